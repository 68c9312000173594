// Given names from many countries; the list need not be complete, the roster of the incident comes first.
const names = `
aaron abby abdul abdullah abel abigail abraham achim ada adam adebayo adele adeline adil aditi aditya adrian adriana
adrien agata agnes agnieszka ahmad ahmed aida aidan aiko ailsa aimee aino aisha aisling ajay akash akiko akira akshay
alain alan alana alasdair albert alberto aleksander aleksandra alejandra alejandro alena alessandra alessandro alex
alexander alexandra alexei alexey alexis alfonso alfred ali alia alice alicia alina alisa alison alistair allan allen
alma alvaro alyssa amal amanda amara amelia amelie amina amir amit amita amol amos amy ana anand ananya anastasia anders
andre andrea andreas andreea andrei andrej andres andrew andrey andrzej andy anette angela angelica angelika angelo
angus anh anil anita anja anjali anke ann anna annabel anne annette annie annika anouk anthony antoine anton antonia
antonio anu anuj anya ariana ariel arif arjun armando arne arnold aron arthur artur arturo arun aruna arvid arvind asa
asha ashley ashok asif asma astrid atsushi audrey august augusto aurelie austin ava avery axel aya ayaan ayesha ayse
aziz azra babak barbara barry bart bartosz bashir beata beatrice beatriz becky bella ben benedict benedikt benjamin
benoit bente berit bernard bernd bert beth bethany betty bev bhavna bianca bilal birgit bjorn björn blake blanca bob
bobby bogdan bonnie boris brad bradley bram brandon brenda brendan brent brett brian brianna bridget brigitte britta
brooke bruce bruno bryan bryce caitlin caleb callum calvin cameron camila camilla camille candice cara carl carla carlo
carlos carmen carol carolina caroline carolyn carsten casey caspar cathal catherine cathy cecilia cecile cedric celia
celine cesar chad chandra chang charles charlie charlotte chen chiara chidi chinedu chiara chloe chris christa
christian christina christine christoph christophe christopher ciara ciaran cindy claire clara clare clark claude
claudia claudio clement cleo clive cody colin colleen connie connor conor cora corey corinne cormac cornelia courtney
craig cristian cristina curtis cynthia cyril dagmar daisuke damian damien dan dana daniel daniela danielle danny daria
dario darius darren daryl dave david davide dawid dean debbie deborah declan deepa deepak deirdre delia denis denise
dennis deniz derek derrick desmond devika devon dewi dhruv diana diane diego dieter dilip dimitar dimitri dina dinesh
dirk divya dmitri dmitry dolores dominic dominik dominique don donal donald donna dora doreen doris dorota dorothy doug
douglas duc duncan dustin dylan eamon ed eddie edgar edith edmund eduardo edward edwin eero eileen eirik ekaterina elaine
eleanor elena eleni eli elias elif elin elina elisa elisabeth elise elizabeth ella ellen ellie elliot elliott elsa elsie
emeka emil emile emilia emilie emily emir emma emmanuel emre enrico enrique eoin eric erica erik erika erin ernesto esra
esteban esther ethan eugene eun eva evan evelyn ewa ewan fabian fabio fabrice faisal fang farah farhan farid fatima
fatou federica federico felicia felicity felipe felix feng ferdinand fernanda fernando filip filippo finn fiona flavia
florence florian fran frances francesca francesco francis francisco franck francois françois franz fred freddie frederic
frederick frederik freya frida friedrich gabe gabriel gabriela gabriele gareth gary gavin gemma geoff geoffrey george
georgia georgina gerald gerard gerd gianluca gideon gilbert giles gina giorgio giovanni giulia giuseppe gloria goran
gordon graham grainne greg gregor gregory greta grete guido guillaume gunnar gunther gustav gustavo guy gwen habib hadi
hailey hakan hakim hamid hamza han hana hannah hannes hans hari harold harriet harris harry haruka haruki haruto hassan
hector heidi heike heiko helen helena helga hendrik henk henri henrik henrique henry herbert herman hideo hiro hiroshi
hitomi hugh hugo hussein iain ian ibrahim ida idris ieva ignacio igor ika ilse ilya imani imran ines inga inge ingo
ingrid inigo ioana irene irena irina irma isaac isabel isabella isabelle isaiah isha ishaan ismail ivan ivana ivo
izabela jaakko jack jackie jackson jacob jacqueline jacques jade jaime jake jakob jakub jamal james jamie jan jana jane
janet janice janine janne jared jarek jarmila jaroslav jasmin jason jasper javier jay jaya jayden jean jeanne jeff
jeffrey jelena jenna jennifer jenny jens jeremy jerome jerry jess jesse jessica jesus jia jiang jill jim jimmy jin jing
jiri jo joachim joan joana joanna joanne joao joão jochen joe joel joelle johan johann johanna johannes john johnny jon
jonah jonas jonathan joost jordan jorge jorgen jose josé josef josefina joseph josephine josh joshua joy joyce juan
juanita judith judy juha jukka jule julian juliana julie julien juliet jun jurgen justin justine justyna juan kai kamal
kamil kanye kara karan karel karen karim karin karl karolina kasia kaspar kate katarina katarzyna kate katherine kathleen
kathrin kathryn kathy katia katie katja katrin katrina kavita kavya kay kayla kazuki keiko keith kelly kelvin ken kenji
kenneth kenta kenya kerry kerstin kevin khadija khalid kieran kiera kim kimberly kiran kirsi kirsten kirsty kjell klaus
kofi konrad konstantin krishna krista kristen kristian kristin kristina kristof kristoffer krystyna krzysztof kumar kurt
kwame kyle kyoko lachlan laila lakshmi lars lasse laszlo latisha laura lauren laurence laurent laurie lawrence layla lea
leah leandro lee leif leila lena leo leon leonard leonardo leonie leonor leroy leslie leticia levi lewis lea leyla li
liam liang lidia liesel lila lilian liliana lillian lily lin lina linda lindsay lindsey linh linnea linus lionel lisa lise
liv liz lluis logan lois lola lorena lorenzo loretta lori lorna lorraine lotte lou louis louisa louise luc luca lucas
lucia luciana lucie lucien lucy ludmila ludovic ludwig luis luisa luiz lukas lukasz luke lutz lydia lyn lynn mabel maciej
maddie madeleine madison madhavi mads magda magdalena magnus mahmoud mai maja makoto malcolm malik malin malte mandy
manfred manish manoj manon manuel manuela mara marc marcel marcela marcelo marcia marcin marco marcos marcus marek margaret
margarita margit margot maria mariam marian mariana marianne marie marieke marielle marija marika marilyn marina mario
marion marisa marissa marit marius mariya marjorie marko markus marlene marlon marta martha martin martina martyn marvin
mary maryam masha mateo mateus mateusz mathias mathieu mathilde matt matteo matthew matthias matthieu matti maura maureen
maurice mauricio max maxim maxime maximilian maya megan mehdi mehmet mei melanie melissa melvin mercedes meredith mette mia
micah michael michaela michal michel michele michelle miguel miguel mihai mika mikael mike mikhail mikko mila milan milena
milo mina ming minh mira miranda mireille miriam mirjam miroslav mitch mitchell miyuki mo moana mohamed mohammad mohammed
mohan mohit moira molly mona monica monika monique morgan morten moses muhammad mukesh murat muriel murray mustafa nadia
nadine naima nancy naoki naomi nasir nasrin natalia natalie natasha nate nathan nathaniel naveed naveen neal ned neha neil
nelson nicholas nick nicky nico nicola nicolas nicole niels nigel niklas nikhil niki nikita nikola nikolai nikolaj nikolas
nils nina ning niraj nisha nishant noa noah noel noelle nora noor norbert norma norman nuno nuria octavia odette ola olaf
ole oleg oleksandr olena olga oli oliver olivia olivier olli olu oluwaseun omar oona orla orlando oskar osman otis ottavia
owen pablo paddy padma paige pamela paola paolo parisa pascale patrice patricia patrick patrik patrycja patty paul paula
paulina pauline paulo pavel pawel paweł pedro peggy penelope per percy perry peter petr petra phil philip philipp philippe
phillip phoebe pia pierre pieter pilar ping piotr pooja prakash pranav prashant pratik preeti priit priya priyanka przemek
qing quentin quinn rachel radek radu rafael rafal raghav rahul raj raja rajesh rajiv ralf ralph ramesh ramon rana randall
randy ranjit raphael raquel rashid rashmi raul ravi raymond rebecca regina reinhard rekha remi renata renate rene renee
reza rhea rhiannon rhys ricardo riccardo richard rick ricky riku rita ritu robert roberta roberto rod roderick rodney
rodrigo roger rohan rohit roland rolf roman romain ron ronald ronan ronja rory rosa rosalind rosario rosemary rosie ross
roxana roy ruben rudolf rui rupert russ russell ruth ryan ryo saad sabine sabrina sachin sadia said saira sakura salim
sally salma salman salvatore sam samantha samina samir sami sampath samuel sana sandeep sander sandra sanjay sanna santiago
saoirse sara sarah sasha saskia satoshi satya saul scott sean sebastian sebastien selin selina selma serena serge sergei
sergey sergio seth shane shannon sharon shashank shaun shawn sheila shelley shen sheryl shinji shira shirley shivani
shreya shu shweta sibylle siddharth sidney sienna sigrid silke silvia simon simona simone siobhan sita slawomir sneha
sofia sofie solange solveig somchai sonia sonja sonya sophia sophie soren søren stacey stacy stan stanislav stefan stefania
stefanie stefano steffen stella stephan stephane stephanie stephen steve steven stewart stuart subramaniam sudha suki
sunil sunita suresh susan susana susanna susanne sushma suzanne suzuki svein sven svetlana sybil sylvia sylvie tadeusz
takashi takeshi talia tamara tamika tanja tanvi tanya tara tariq tarun tasha tatiana tatjana ted teemu teo teresa terence
terry tess tessa thabo thanh theo theodore theresa therese thiago thierry thomas thorsten tiago tiffany tilda till tim
timo timothy tina tjark tobias toby todd tom tomas tomasz tommy toni tony torben tore torsten tova tracey tracy trevor
tricia trinh tristan troy trudy tuan tuomas tyrone ugo uli ulla ulrich ulrika ulrike uma umberto umar ursula usha uwe
valentin valentina valeria valerie vanessa vasily veera vera verena vernon veronica veronika vicky victoria vijay vikram
viktor viktoria vilma vinay vince vincent vinod violeta virginia vishal vivek vivian vivienne vlad vladimir volker
waleed walter wanda warren wei wendy werner wesley wilhelm william willy winston wojciech wolfgang xavier xenia xiao xin
xiomara yael yahya yan yana yang yannick yara yasmin yasmine yasuko yelena yi ying yohan yolanda yoko yosef youssef yu
yuan yui yuki yulia yuna yuri yusuf yves yvette yvonne zac zach zachary zahra zain zainab zara zeynep zhang zhen zhi zoe
zofia zoltan zsofia zuzana
abena adaeze adwoa aleks alfie alper amaka amalia amara ambrose anatoly andrius aneta antti arash arda arjan armin arno artem artyom arun asher aslan ata atanas aylin ayumi balazs baran bastian bence berk bharat bijan bilge bo bohdan bojan borja boyd burak calum can carlotta cem chandler chi chika chinwe chukwu cillian cosmin costa csaba dafydd daiki dalia daphne darko davor dejan delphine demetrius desiree devi dhara diarmuid dimitrios dominika dragan drago duarte dunja ebba ebony ece edita efe egor eiji eka ela eliska elodie elvira emina enda ender ene eray erkan ervin eryk etienne eugenia evangelos evelina faruk fatemeh fatih fatma femi ferdi fergus ferran fikret flor folake fraser fumiko gabor gaurav geert geir georgi georgios gergely gerhard ghislaine gil giorgos girish gita gizem gonzalo goncalo grzegorz gudrun guus gwendolyn gyorgy hamish hanne hanneke harpreet harsh hasan hedda heena heinrich henning henryk hila himanshu hisham huda huong hyun ibrahima idan ilaria ilija ilir ilkka imke inaki ingeborg inka ioannis iris ishita isidora istvan itai iulia iva ivaylo iveta iwona jagoda jalal janek janina janos jarno jarvis jasna jaswinder jaume jeroen jihoon jimena jitka joanne joaquin jochen jolanta jolene joris josip jovana juho jun jussi jutta kaan kaito kaja kalle kalpana kamila kamran karthik kasper katalin katerina kateryna katya kazimierz keisha kenan keri khaled kimiko kinga kirill kitty klara klemens koen koji kosta kostas kristjan ksenia kunal kwabena lada lale lamar lana larissa lavinia lazar leena leif leire lenka lennart leopold lidija lieke livia ljiljana ljubica lola lorcan loris lubos luciano ludek luka lukas lumi lynne maarten maarja madhu mael mahesh maher maia maite maksim malgorzata malik manolis marat marcelina marek maren margot marijke marin marketa marko marlies marsha marta marton maryna masato matej mathis matilda matus matyas maxence medina mehwish melis melina mercy merve mete michail mihaela mikolaj milica miljan milos mimi minna mirela mirko miro misaki mischa mitsuru mladen mohsen moritz moshe mohan nadja najib nanami nando narges natasa navya nedim neel neema nemanja nerea ngozi nguyen nia nicolai nika nikolaos nimisha nino nishant nitin noam noemi noor norah noura nuno oana obinna octavian odile ofer oguz okan oksana ole olek olesia olufemi omer ondrej onur oriol orhan orsolya ottilie otto ozan ozgur pal pallavi panos paras parth pascal pauli peder peer pegah pelin pernille petar petros petter pia pinar piper poonam pradeep prasad pravin predrag preethi prerna puneet quincy rachid radhika radoslav raffaele raheem raimund rajan rajat rakesh ramona rania ranjith rasmus ravindra raya reem reiko reka remy ren renaud reuben ricarda rina risto ritchie rodolfo roisin rok romana rosalie roshan rouven rune rupa ruslan ruta ruzica saanvi saara sabina sagar sahil saki samara sameer samer sander sanja santosh sara sarita sathish savannah sebastijan selma semra senka seppo serhiy shaan shabnam shahid shalini sharif shauna sheena shinya shruti shubham sibel sigurd sindre sinead sini slavko slobodan smita snezana sofie sohail soledad solomon sophia srdjan sridhar stavros steffi stelian stepan stijn stoyan subhash sujata sumit sunniva surya suzana svea swati syed synnove taavi tadhg taiwo takumi tamas tamar tamsin tanmay tapio taras tarek tatsuya temitope tero tessa thandi theodora thijs thilo tibor tihomir timea timur tine titus tjeerd toby todor tomi tomoko torbjorn toru tove tuba tuncay tyra ugur ulla umar umesh urban urs ursa utku valdis valentyna valter vandana vanja varun vasil vasilis vasilios veikko velma venkat vera vesna vidya vikas viktorija ville vinh viola virgil vishnu vitaly vivien vojtech volodymyr vuk wael walid wassim weronika wietske wiktor wilma wim wouter xander xiang yaroslav yaseen yash yassin yasuhiro yigit yngve yogesh yosuke yulian yuliya yunus yusra yuta yuto zaid zane zbigniew zeljko zeno zhenya zivko zlatan zlatko zoya zubair zuzanna`;

// These are also everyday words, so at the start of a sentence the next word has to decide.
const ambiguous = `
amber angel april art august autumn bill buck carter chase chip christian clay cliff colt cooper dale dash dawn drew
dusty earl eve faith ford frank gene glen grace grant guy heath heather holly hope hunter iris ivan ivy jade jay jean joy
june kit lance lane long mark mason max may miles mo nick norm olive page parker pat patience pearl penny pierce ray reed
rich rob robin rocky rose rusty sage sandy scout skip star stone sue summer trace tyler van victor viola violet wade ward
will young art major miller said mai han so an per ping min even shell`;

// Software, products and places that carry a given name; never a person unless the roster says so.
const systems = `
ada airflow alexa alpine amber ansible apache apollo argo artemis athena atlas aurora avro babel bamboo bazel bert caddy
calico camel cassandra celery ceph chef cilium clair consul cortana cortex crystal cypress dart dask delta django docker
dora elastic elixir elm ember envoy esper falco fargate flask flink flux gatsby gitea go grafana griffin hadoop hal harbor
hazelcast helm hermes hudson iris istio jaeger jasmine java javascript jenkins jest jetty jira julia kafka karma kibana
kong kubernetes lambda laravel linkerd linux loki lua lucene luigi lustre maven mercury mimir mocha mongo mysql nagios neo
nginx node nomad oracle orion oscar otto packer pandora pascal perl phoenix postgres prometheus puppet pulsar python quay
rails ray redis riak ruby rust sails salt samba scala sentry siri solr spark spinnaker spring squid storm swift tempo
terraform thanos titan tomcat traefik travis trino trivy unicorn vagrant varnish vault vector victoria vitess watson webpack
wiki zabbix zeus zookeeper zuul athena artemis`;

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}

export type NameCertainty = 'sure' | 'ambiguous' | 'system' | 'unknown';

let known: { names: ReadonlySet<string>; ambiguous: ReadonlySet<string>; systems: ReadonlySet<string> } | undefined;

/** Tells whether a lower-case word is a given name, a name that is also a word, or software with a human name. */
export function judgeName(word: string): NameCertainty {
  known ??= { names: wordsOf(names), ambiguous: wordsOf(ambiguous), systems: wordsOf(systems) };
  if (known.systems.has(word)) return 'system';
  if (known.ambiguous.has(word)) return 'ambiguous';
  return known.names.has(word) ? 'sure' : 'unknown';
}
