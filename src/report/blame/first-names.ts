// Given names from many countries; the list need not be complete, the roster of the incident comes first.
const names = `
aaron abby abdul abdullah abel abena abigail abraham achim ada adaeze adam adebayo adele adeline adil aditi aditya
adrian adriana adrien adwoa agata agnes agnieszka ahmad ahmed aida aidan aiko ailsa aimee aino aisha aisling ajay
akash akiko akira akshay alain alan alana alasdair albert alberto alejandra alejandro aleks aleksander aleksandra
alena alessandra alessandro alex alexander alexandra alexei alexey alexis alfie alfonso alfred ali alia alice alicia
alina alisa alison alistair allan allen alma alper alvaro alyssa amaka amal amalia amanda amara ambrose amelia amelie
amina amir amit amita amol amos amy ana anand ananya anastasia anatoly anders andre andrea andreas andreea andrei
andrej andres andrew andrey andrius andrzej andy aneta anette angela angelica angelika angelo angus anh anil anita
anja anjali anke ann anna annabel anne annette annie annika anouk anthony antoine anton antonia antonio antti anu anuj
anya aoife arash arda ariana ariel arif arjan arjun armando armin arne arno arnold aron artem arthur artur arturo
artyom arun aruna arvid arvind asa asha asher ashley ashok asif aslan asma astrid ata atanas atsushi audrey august
augusto aurelie austin ava avery axel aya ayaan ayesha aylin ayse ayumi aziz azra babak balazs baran barbara barry
bart bartosz bashir bastian beata beatrice beatriz becky bela bella ben bence benedict benedikt benjamin benoit bente
berit berk bernard bernd bert beth bethany betty bev bharat bhavna bianca bijan bilal bilge birgit bjorn björn blake
blanca bob bobby bogdan bohdan bojan bonnie boris borja boyd brad bradley bram brandon brenda brendan brent brett
brian brianna bridget brigitte britta brooke bruce bruno bryan bryce burak caitlin caleb callum calum calvin cameron
camila camilla camille candice caoimhe cara carl carla carlo carlos carlotta carmen carol carolina caroline carolyn
carsten casey caspar cathal catherine cathy cecile cecilia cedric celia celine cem cesar chad chandler chandra chang
charles charlie charlotte chen chi chiara chidi chika chinedu chinwe chloe chris christa christian christina christine
christoph christophe christopher chukwu ciara ciaran cillian cindy claire clara clare clark claude claudia claudio
clement cleo clive cody colin colleen connie connor conor cora corey corinne cormac cornelia cosmin costa courtney
craig cristian cristina csaba curtis cynthia cyril dafydd dagmar daiki daisuke dalia damian damien dan dana daniel
daniela danielle danny daphne daria dario darius darko darren daryl dave david davide davor dawid dean debbie deborah
declan deepa deepak deirdre dejan delia delphine demetrius denis denise deniz dennis derek derrick desiree desmond
devi devika devon dewi dhara dhruv diana diane diarmuid diego dieter dilip dimitar dimitri dimitrios dina dinesh dirk
divya dmitri dmitry dolores dominic dominik dominika dominique don donal donald donna dora doreen doris dorota dorothy
dorottya doug douglas dragan drago duarte duc duncan dunja dustin dylan eamon ebba ebony ece ed eddie edgar edita
edith edmund eduardo edward edwin eero efe egor eiji eileen eimear eirik eka ekaterina ela elaine eleanor elena eleni
eli elias elif elin elina elisa elisabeth elise eliska elizabeth ella ellen ellie elliot elliott elodie elsa elsie
elvira emeka emil emile emilia emilie emily emina emir emma emmanuel emre enda ender ene enrico enrique eoin eray eric
erica erik erika erin erkan ernesto ervin eryk esra esteban esther eszter ethan etienne eugene eugenia eun eva evan
evangelos evelina evelyn ewa ewan fabian fabio fabrice faisal fang farah farhan farid faruk fatemeh fatih fatima fatma
fatou federica federico felicia felicity felipe felix femi feng ferdi ferdinand fergus fernanda fernando ferran fikret
filip filippo finn fiona flavia flor florence florian folake fran frances francesca francesco francis francisco franck
francois franz françois fraser fred freddie frederic frederick frederik freya frida friedrich fumiko gabe gabor
gabriel gabriela gabriele gareth gary gaurav gavin geert geir gemma geoff geoffrey george georgi georgia georgina
georgios gerald gerard gerd gergely gerhard ghislaine gianluca gideon gil gilbert giles gina giorgio giorgos giovanni
girish gita gitte giulia giuseppe gizem gloria goncalo gonzalo goran gordon graham grainne greg gregor gregory greta
grete grzegorz gudrun guido guillaume gunnar gunther gustav gustavo guus gwen gwendolyn gyorgy gyula habib hadi hailey
hakan hakim hamid hamish hamza han hana hannah hanne hanneke hannes hans hari harold harpreet harriet harris harry
haruka haruki haruto hasan hassan hector hedda heena heidi heike heiko heinrich helen helena helga hendrik henk
henning henri henrik henrique henry henryk herbert herman hideo hila himanshu hiro hiroshi hisham hitomi huda hugh
hugo huong hussein hyun iain ian ibrahim ibrahima ida idan idris ieva ignacio igor ika ilaria ildiko ilija ilir ilkka
ilse ilya imani imke imran imre inaki ines inga inge ingeborg ingo ingrid inigo inka ioana ioannis irena irene irina
iris irma isaac isabel isabella isabelle isaiah isha ishaan ishita isidora ismail isolde istvan itai iulia iva ivan
ivana ivaylo iveta ivo iwona izabela jaakko jack jackie jackson jacob jacqueline jacques jade jagoda jaime jake jakob
jakub jalal jamal james jamie jana jane janek janet janice janina janine janne janos jared jarek jarmila jarno
jaroslav jarvis jasmin jasna jason jasper jaswinder jaume javier jay jaya jayden jean jeanne jeff jeffrey jelena jenna
jennifer jenny jeno jens jeremy jeroen jerome jerry jess jesse jessica jesus jia jiang jihoon jill jim jimena jimmy
jin jing jiri jitka jo joachim joan joana joanna joanne joao joaquin jochen joe joel joelle johan johann johanna
johannes john johnny jolanta jolene jon jonah jonas jonathan joost jordan jorge jorgen joris jose josef josefina
joseph josephine josh joshua josip josé jovana joy joyce joão juan juanita judith judy juha juho jukka jule julian
juliana julie julien juliet jurgen jussi justin justine justyna jutta jytte kaan kai kaito kaja kalle kalpana kamal
kamil kamila kamran kanye kara karan karel karen karim karin karl karolina karthik kasia kaspar kasper katalin
katarina katarzyna kate katerina kateryna katherine kathleen kathrin kathryn kathy katia katie katja katrin katrina
katya kavita kavya kay kayla kazimierz kazuki keiko keisha keith kelly kelvin ken kenan kenji kenneth kenta kenya keri
kerry kerstin kevin khadija khaled khalid kiera kieran kim kimberly kimiko kinga kiran kirill kirsi kirsten kirsty
kitty kjell klara klaus klemens koen kofi koji konrad konstantin kosta kostas krishna krista kristen kristian kristin
kristina kristjan kristof kristoffer krystyna krzysztof ksenia kumar kunal kurt kwabena kwame kyle kyoko lachlan lada
laila lakshmi lale lamar lana larissa lars lasse laszlo latisha laura lauren laurence laurent laurie lavinia lawrence
layla lazar lea leah leandro lee leena leif leila leire lena lenka lennart leo leon leonard leonardo leonie leonor
leopold leroy leslie leticia levi lewis leyla li liam liang lidia lidija lieke liesel lila lilian liliana lillian lily
lin lina linda lindsay lindsey linh linnea linus lionel lisa lise liv livia liz ljiljana ljubica lluis logan lois lola
lorcan lorena lorenzo loretta lori loris lorna lorraine lotte lou louis louisa louise lubos luc luca lucas lucia
luciana luciano lucie lucien lucy ludek ludmila ludovic ludwig luis luisa luiz luka lukas lukasz luke lumi lutz lydia
lyn lynn lynne maarja maarten mabel maciej maddie madeleine madhavi madhu madison mads mael magda magdalena magnus
maher mahesh mahmoud mai maia maike maite maja makoto maksim malcolm malene malgorzata malik malin malte mandy manfred
manish manoj manolis manon manuel manuela mara marat marc marcel marcela marcelina marcelo marcia marcin marco marcos
marcus marek maren margaret margarita margit margot maria mariam marian mariana marianne marie marieke marielle marija
marijke marika marilyn marin marina mario marion marisa marissa marit marius mariya marjorie marketa marko markus
marlene marlies marlon marsha marta martha martin martina marton martyn marvin mary maryam maryna masato masha matej
mateo mateus mateusz mathias mathieu mathilde mathis matilda matt matteo matthew matthias matthieu matti matus matyas
maura maureen maurice mauricio max maxence maxim maxime maximilian maya medina megan mehdi mehmet mehwish mei melanie
melina melis melissa melvin mercy meredith merve mete mette mia micah michael michaela michail michal michel michele
michelle miguel mihaela mihai mika mikael mike mikhail mikkel mikko mikolaj mila milan milena milica miljan milo milos
mimi mina ming minh minna mira miranda mireille mirela miriam mirjam mirko miro miroslav misaki mischa mitch mitchell
mitsuru miyuki mladen mo moana mohamed mohammad mohammed mohan mohit mohsen moira molly mona monica monika monique
morgan moritz morten moses moshe muhammad mukesh murat muriel murray mustafa nadia nadine nadja naima najib nanami
nancy nando naoki naomi narges nasir nasrin natalia natalie natasa natasha nate nathan nathaniel naveed naveen navya
neal ned nedim neel neema neha neil nelson nemanja nerea ngozi nguyen nia niamh nicholas nick nicky nico nicola
nicolai nicolas nicole niels nigel nika nikhil niki nikita niklas nikola nikolai nikolaj nikolaos nikolas nikolina
nils nimisha nina ning nino niraj nisha nishant nitin noa noah noam noel noelle noemi noor nora norah norbert norma
norman noura nuno nuria oana obinna octavia octavian odette odile ofer oguz okan oksana ola olaf ole oleg olek
oleksandr olena olesia olga oli oliver olivia olivier olli olu olufemi oluwaseun omar omer ondrej onur oona orhan
oriol orla orlando orsolya oskar osman otis ottavia ottilie otto owen ozan ozgur pablo paddy padma paige pallavi
pamela panos paola paolo paras parisa parth pascal pascale patrice patricia patrick patrik patrycja patty paul paula
pauli paulina pauline paulo pavel pawel paweł peder pedro peer pegah peggy pelin penelope per percy pernille perry
petar peter petr petra petros petter phil philip philipp philippe phillip phoebe pia pierre pieter pilar pinar ping
piotr piper pooja poonam pradeep prakash pranav prasad prashant pratik pravin predrag preethi preeti prerna priit
priya priyanka przemek puneet qing quentin quincy quinn rachel rachid radek radhika radoslav radu rafael rafal
raffaele raghav raheem rahul raimund raj raja rajan rajat rajesh rajiv rakesh ralf ralph ramesh ramon ramona rana
randall randy rania ranjit ranjith raphael raquel rashid rashmi rasmus raul ravi ravindra raya raymond rebecca reem
regina reiko reinhard reka rekha remi remy renata renate renaud rene renee reuben reza rhea rhiannon rhys ricarda
ricardo riccardo richard rick ricky rikke riku rina risto rita ritchie ritu robert roberta roberto roderick rodney
rodolfo rodrigo roger rohan rohit roisin rok roland rolf romain roman romana ron ronald ronan ronja rory rosa rosalie
rosalind rosario rosemary roshan rosie ross rouven roxana roy ruben rudolf rui rune rupa rupert ruslan russ russell
ruta ruth ruzica ryan ryo saad saanvi saara sabina sabine sabrina sachin sadhbh sadia sagar sahil said saira saki
sakura salim sally salma salman salvatore sam samantha samara sameer samer sami samina samir sampath samuel sandeep
sander sandra sanja sanjay sanna santiago santosh saoirse sara sarah sarita sasha saskia sathish satoshi satya saul
savannah scott sean sebastian sebastien sebastijan selin selina selma semra senka seppo serena serge sergei sergey
sergio serhiy seth shaan shabnam shahid shalini shane shannon sharif sharon shashank shaun shauna shawn sheena sheila
shelley shen sheryl shinji shinya shira shirley shivani shreya shruti shu shubham shweta sibel sibylle siddharth
sidney sienna sigrid sigurd silke silvia simon simona simone sindre sinead sini siobhan sita slavko slawomir slobodan
smita sneha snezana sofia sofie sohail solange soledad solomon solveig somchai sonia sonja sonya sophia sophie soren
srdjan sridhar stacey stacy stan stanislav stavros stefan stefania stefanie stefano steffen steffi stelian stella
stepan stephan stephane stephanie stephen steve steven stewart stijn stoyan stuart subhash subramaniam sudha sujata
suki sumit sunil sunita sunniva suresh surya susan susana susanna susanne sushma suzana suzanne suzuki svea svein sven
svenja svetlana swati sybil syed sylvia sylvie synnove søren taavi tadeusz tadhg taiwo takashi takeshi takumi talia
tamar tamara tamas tamika tamsin tanja tanmay tanvi tanya tapio tara taras tarek tariq tarun tasha tatiana tatjana
tatsuya ted teemu temitope teo terence teresa tero terry tess tessa thabo thandi thanh theo theodora theodore theresa
therese thiago thierry thijs thilo thomas thorsten tiago tibor tiffany tihomir tilda till tim timea timo timothy timur
tina tine titus tjark tjeerd tobias toby todd todor tom tomas tomasz tomek tomi tommy tomoko toni tony torben torbjorn
tore torsten toru tova tove tracey tracy trevor tricia trinh tristan troy trudy tuan tuba tuncay tuomas tyra tyrone
ugo ugur ulf uli ulla ulrich ulrika ulrike uma umar umberto umesh urs ursa ursula usha utku uwe valdis valentin
valentina valentyna valeria valerie valter vandana vanessa vanja varun vasil vasilios vasilis vasily veera veikko
velma venkat vera verena vernon veronica veronika vesna vicky victoria vidya vijay vikas vikram viktor viktoria
viktorija ville vilma vinay vince vincent vinh vinod viola violeta virgil virginia vishal vishnu vitaly vivek vivian
vivien vivienne vlad vladimir vojtech volker volodymyr vuk wael waleed walid walter wanda warren wassim wei wendy
werner weronika wesley wiebke wietske wiktor wilhelm william willy wilma wim winston wojciech wolfgang wouter xander
xavier xenia xiang xiao xin xiomara yael yahya yan yana yang yannick yara yaroslav yaseen yash yasmin yasmine yassin
yasuhiro yasuko yelena yi yigit ying yngve yogesh yohan yoko yolanda yosef yosuke youssef yu yuan yui yuki yulia
yulian yuliya yuna yunus yuri yusra yusuf yuta yuto yves yvette yvonne zac zach zachary zahra zaid zain zainab zane
zara zbigniew zeljko zeno zeynep zhang zhen zhenya zhi zivko zlatan zlatko zoe zofia zoltan zoya zsofia zsuzsa zubair
zuzana zuzanna`;

// These are also everyday words, so at the start of a sentence the next word has to decide.
const ambiguous = `
amber angel april art august autumn bill buck carter chase chip christian clay cliff colt cooper dale dash dawn drew
dusty earl eve faith ford frank gene glen grace grant guy heath heather holly hope hunter iris ivan ivy jade jay jean joy
june kit lance lane long mark mason max may miles mo nick norm olive page parker pat patience pearl penny pierce ray reed
rich rob robin rocky rose rusty sage sandy scout skip star stone sue summer trace tyler van victor viola violet wade ward
will young art major miller said mai han so an per ping min even shell
jan jun rod can harsh urban mercedes guy`;

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
