// Given names from many countries; the list need not be complete, the roster of the incident comes first.
const names = `
aaron abby abdul abdullah abel abelard abena abigail abiola abraham achim ada adaeze adam adebayo adele adelheid
adelina adeline adem adil adina aditi aditya adnan adrian adriana adrien adwoa afonso agata agatha agnes agnieszka
ahmad ahmed aida aidan aiden aiko ailsa aimee aino ainsley aisha aisling ajay akash akeem akiko akin akira akshay
alain alan alana alasdair alastair albert alberto albin alejandra alejandro alejo aleks aleksander aleksandra aleksei
alena alessandra alessandro alessia alethea alex alexander alexandra alexei alexey alexis alfie alfonso alfred alfredo
ali alia alice alicia alicja alina alisa alison alistair allan allen alma aloysius alper alvaro alwin alyssa amadou
amaka amal amalia amanda amara ambrose ambrosia amelia amelie amina amir amira amit amita amol amos amy ana anand
ananya anastasia anatole anatoly anders andile andre andrea andreas andreea andrei andrej andres andrew andrey andrius
andrzej andy aneesa aneta anette angela angelica angelika angelo angharad angus anh anil anisa anita anja anjali anke
ann anna annabel anne anneke annelise annette annie annika anouk ansel anselm anthea anthony antoine anton antonella
antonia antonina antonio antti anu anuj anwar anya aoibhinn aoife apollonia araceli arash archie arda ariana ariel
arielle arif arjan arjun arlo armand armando armelle armin arnaud arne arno arnold aroha aron artem arthur artur
arturo artyom arun aruna arvid arvind asa asako asger asha asher ashley ashok asif aslan asma astrid ata atanas atsuko
atsushi aubrey audrey august augustin augustine augusto aurelia aurelie aurelio ava avery axel axelle aya ayaan ayanda
ayesha aylin ayodele ayse ayumi azadeh aziz azra babak balazs bao baptiste baran barbara barnaby barney barry bart
bartosz bashir bastian bastien beata beatrice beatrix beatriz becky bela bella ben bence benedetta benedict benedikt
benedikta benicio benita benjamin benjy benoit bente berenice berit berk bernadette bernard bernardo bernd bert bertha
bertram beryl beth bethany bettina betty bev bharat bhavna bianca bianka bijan bilal bilge birgit birgitta bjarne
bjorn björn blake blanca boaz bob bobby bogdan bogumil bohdan bojan bonifacio bonnie boris borislav borja boyd brad
bradley bram brandi brandon breanna brenda brendan brendon brent brett brian brianna bridget bridie brigitte britney
britta bronwen bronwyn brooke bruce bruna brunhilde bruno bryan bryce burak caitlin caitriona caleb callum calum
calvin cameron camila camilla camille candace candice caoimhe cara cari carina carl carla carlisle carlo carlos
carlotta carmela carmelo carmen carol caroline carolyn carrie carsten casey casimir caspar casper cassian catalina
cathal catherine cathy catriona cecil cecile cecilia cedric celestine celia celina celine cem cesar chad chandler
chandra chandrika chang chantal charlene charles charlie charmaine chaya chen chi chiara chidi chidinma chika chinedu
chinwe chiyo chloe chris christa christabel christel christian christina christine christoffer christoph christophe
christopher chukwu chukwudi cian ciara ciaran cicely cillian cindy claire clara clare clarence clarissa clark claude
claudette claudia claudio clayton clemens clement cleo clifford clive clotilde clyde cody colette colin colleen connie
connor conor constantin constantine consuelo cora coralie cordelia cordula coretta corey corinna corinne cormac
cornelia cornelius cosima cosmin costa courtney craig crispin cristian cristina csaba curtis cynthia cyril dafydd
dagmar dagny daiki daisuke dalia dalibor damaris damaso damian damien dan dana daniel daniela danielle danika danny
danuta daphne darcy daria dario darius dariusz darko darnell darragh darren daryl daryna dave david davide davor dawid
dean deandre debbie deborah declan deepa deepak deirdre dejan delfina delia delphine delroy demelza demetrius denis
denise deniz dennis denzel derek derrick desiree desmond detlef devi devika dewey dewi dhara dhruv diana diane
diarmuid diederik diego dierk dieter dietmar dietrich dilara dilip dilys dimitar dimitra dimitri dimitrios dimitris
dina dinah dinesh dionne dirk divya dmitri dmitriy dmitry dolores dominic dominik dominika dominique don donal donald
donatella donato donna donovan dora doreen dorian doris dorota dorothea dorothy dorottya doug dougal douglas dragan
drago duane duarte duc dulcie duncan dunja dustin dwayne dylan eamon ebba ebenezer eberhard ebony ece ed edda eddie
edgar edison edita edith edmund eduardo edward edwin edwina eero efe efua eglantine egor eiji eileen eilidh eimear
einar eirik eirlys eka ekaterina ekene ela elaine eldar eleanor eleanora elena eleni elettra elfriede eli elias elif
elin elina elisa elisabeth elisabetta elise elisha eliska elizabeth elke ella ellen ellie elliot elliott ellis elmar
elodie eloise elsa elsie elspeth elvin elvira elwood emanuel emeka emeline emerson emiko emil emile emilia emilie
emily emina emir emma emmanuel emmeline emory emre enda ender ene enid enrico enrique enzo eoin ephraim erasmus eray
ercan erhan eric erica erik erika erin erkan erna ernest ernestine ernesto errol ervin eryk esme esmeralda esperanza
esra esteban estelle esther eszter ethan ethel etienne eugen eugene eugenia eulalia eun eunice eva evan evander
evangeline evangelos evelina evelyn evelyne everett ewa ewald ewan ezekiel ezra fabian fabienne fabio fabrice fadi
faisal faiza fang farah farhan farid farida farouk faruk fatemeh fatih fatima fatma fatou faustino fay fearghal
federica federico fedor felicia felicitas felicity felipe felix femi feng ferdi ferdinand ferenc fergal fergus fernand
fernanda fernando ferran fikret fikri filip filippo finn fintan fiona fionnuala fiorella flavia flemming flor florian
folake fran frances francesca francesco francis francisco franck francois franz françois fraser fred freddie freddy
frederic frederica frederick frederik freya frida frieda friedrich fritz fumiko fyodor gabe gabor gabriel gabriela
gabriele gabriella galina gareth garrett garth gary gaspard gaston gaurav gavin geert geir gemma genevieve gennaro
geoff geoffrey geoffroy george georgette georgi georgina georgios geraint gerald geraldine gerard gerd gerda gergely
gerhard gerhardt germaine gertrude gervaise ghassan ghislaine giacomo giancarlo gianluca gianna gideon gil gilbert
giles gina giorgio giorgos giovanni girish gisela giselle gita gitte giulia giuseppe gizem gladys glenda gloria
godfrey goncalo gonzalo goran gordon gottfried graciela graham grainne greg gregor gregory greta gretchen grete
grigori griselda grzegorz guadalupe gudrun guido guillaume guillermo gunnar gunther gustav gustavo guus gwen gwendolyn
gwyneth gyorgy gyula habib hadi hadiza hailey hakan hakeem hakim hakon halima hamid hamish hamza han hana hanna hannah
hanne hanneke hannelore hannes hans harald hari harish harold harpreet harriet harris harrison harry haruka haruki
haruto harvey hasan hassan hattie hayden hector hedda hedwig heena heidi heike heiko heinrich heinz helen helena
helene helga helge helmut hendrik henk henning henri henrietta henriette henrik henrike henrique henry henryk herbert
herman hermann hermione hideki hideo hila hilary hilda hildegard hillary himanshu hina hiro hiroshi hisako hisham
hitomi holger horace horst hortense howard hubert huda hugh hugo humberto humphrey huong hussein hyun iain ian ibrahim
ibrahima ichiro ida idan idris ieva ignacio ignatius igor ika ikechukwu ikram ilaria ildiko ilias ilija ilir ilkka
ilona ilse ilya iman imani imelda imke imogen imran imre inaki ines inga inge ingeborg ingemar inger ingmar ingo
ingrid inigo inka ioana ioannis iona ira irena irene irina iris irma irving isaac isabel isabella isabelle isadora
isaiah isha ishaan ishita ishmael isidora isidore isla ismail isolde istvan itai itziar iulia iva ivan ivana ivanka
ivar ivaylo iveta ivo ivonne iwona izabela jaakko jabari jacinta jack jackie jacob jacqueline jacques jade jagoda
jaime jake jakob jakub jalal jamal james jamie jamila jana jane janek janet janice janina janine janne jannik janos
jared jarek jarmila jarno jaroslav jarvis jasmin jasna jason jasper jaswinder jaume javier jay jaya jayden jayne jean
jeanette jeanne jeannine jeff jeffrey jelena jemima jemma jenna jennifer jenny jeno jens jeremiah jeremias jeremy
jeroen jerome jerry jerzy jess jesse jessica jessie jesus jia jiang jihoon jill jim jimena jimmy jin jing jiri jitka
jo joachim joan joana joanna joanne joao joaquin jocasta jocelyn jochen jodie joe joel joelle johan johann johanna
johannes john johnny johnson jolanda jolanta jolene jon jonah jonas jonathan joost jordan jordi jorge jorgen joris
jorn jose josef josefina joseph josephine josh joshua josie josip josé jovana joy joyce jozef joão juan juana juanita
judith judy juha juhani juho jukka jule jules julian juliana juliane julie julien juliet juliette julio julius junko
juraj jurgen jussi justin justine justus justyna jutta jytte kaan kabir kacper kai kaisa kaitlyn kaito kaja kalle
kalpana kalyani kamal kamil kamila kamran kanye kara karan kareem karel karen karim karima karin karina karl karla
karolina karsten karthik kasia kaspar kasper katalin katarina katarzyna kate katerina kateryna katharina katherine
kathleen kathrin kathryn kathy katia katie katja katrin katrina katya kavita kavya kay kayla kazimierz kazimir kazuki
kazuo keiko keir keisha keith kelechi kelly kelvin kemal ken kenan kendra kenji kenneth kenny kenta kenya kerem keri
kerry kerstin keshav kevin khadija khaled khalid khanh kiera kieran kilian kim kimberley kimberly kimiko kinga kiran
kirill kirsi kirsten kirsty kitty kjell klaas klara klaudia klaus klemens knut koen kofi koji kojo konrad konstantin
koray kordula kornelia kosta kostas krishna krista kristen kristian kristin kristina kristine kristjan kristof
kristoffer krystyna krzysztof ksenia kumar kunal kurt kwabena kwame kyle kylie kyoko kyra lachlan lada laila lajos
lakshmi lale lamar lana lara larissa larry lars lasse laszlo latisha latoya laura laureen lauren laurence laurent
laurie lavinia lawrence layla lazar lazlo lea leah leander leandro leanne lechoslaw lee leela leena leif leigh leila
leilani leire leland lena leni lenka lennart lennox leo leon leona leonard leonardo leonie leonor leonora leopold
leroy lesley leslie leszek leticia letitia levi levin lewis leyla li liam lian liane liang libby lidia lidija lieke
liesbeth liesel lieselotte liesl lila lili lilian liliana lilith lillian lilly lily lin lina linda lindsay lindsey
linh linnea linus lionel lisa lisbeth lise liselotte liv livia liz liza lizzie ljiljana ljubica llewellyn lloyd lluis
logan lois lola lorcan lorelei lorena lorenz lorenzo loretta lori loris lorna lorraine lothar lotte lottie lou louis
louisa louise lubos luc luca lucas lucia lucian luciana luciano lucie lucien lucille lucinda lucretia lucy ludek
ludmila ludovic ludwig luis luisa luiz luka lukas lukasz luke lumi luther lutz lydia lyn lynette lynn lynne maarja
maarten mabel maciej mackenzie madalena maddie madeleine madhavi madhu madhuri mads mael maelle magali magda magdalena
maggie magnus maher mahesh mahmoud mai maia maike maisie maite maja makena makoto maksim malcolm malene malgorzata
malia malik malin mallory malte mamadou manal mandy manfred manish manoj manolis manon manuel manuela mara marat marc
marcel marcela marcelina marcella marcello marcelo marcia marcin marco marcos marcus mareike marek maren margaret
margareta margarete margarita margaux margherita margit margo margot marguerite maria mariam marian mariana marianne
maribel marie marieke marielle marija marijke marika marilyn marin marina mario marion marisa marisol marissa marit
marius mariya marjan marjorie marketa marko markus marleen marlene marlies marlon marlowe marsha marta martha marthe
martin martina martine marton marty martyn marvin mary maryam maryna masako masato masha massimo matej mateja mateo
mateus mateusz mathias mathieu mathilda mathilde mathis matias matilda matt matteo matthew matthias matthieu matti
matus matyas maud maura maureen maurice mauricio maurizio max maxence maxim maxime maximilian maxine maxwell maya
mayumi medina meena megan mehdi mehmet mehwish mei meike mel melania melanie melina melinda melis melissa melvin mercy
meredith merete merve mete mette mia micah michael michaela michail michal michel michela michele micheline michelle
miguel mihaela mihai mika mikael mike mikhail mikkel mikko mikolaj mila milena milica miljan millicent millie milo
milos milton mimi mina ming minh minna mira mirabel miranda mireille mirela miriam mirjam mirko mirna miro miroslav
miroslava misaki mischa mitch mitchell mitsuru miyuki mladen mo moana mohamed mohammad mohammed mohan mohit mohsen
moira moises molly mona monica monika monique monty morag morgan moritz morten mortimer moses moshe muhammad mukesh
murat muriel murray mustafa myra myriam myrtle nabil nadezhda nadia nadine nadja naima naja najib nala nanami nancy
nandini nando nanette naoki naomi narges nasir nasreen nasrin nasser nastassja natalia natalie natalya natasa natasha
nate nathalie nathan nathaniel naveed naveen navya neal ned nedim neel neema neha neil nelly nelson nemanja nerea
neville ngoc ngozi nguyen nia niall niamh nicholas nick nicky nico nicola nicolai nicolas nicole niels nigel nika
nikhil niki nikita niklas niko nikola nikolai nikolaj nikolaos nikolas nikolaus nikolina nils nimisha nina ning nino
niraj nisha nishant nitin noa noah noam noel noelle noemi noor nora norah norbert noreen noriko norma norman noura
nuala nuno nura nuria oana obadiah obinna octavia octavian octavio odette odile ofelia ofer oguz okan okechukwu oksana
ola olaf olamide ole oleg olek oleksandr olena olesia olga oli oliver olivia olivier olli ollie olof olu olufemi
oluwaseun omar omer ondrej onur oona ophelia orhan oriol orla orlaith orsolya osama oskar osman osvaldo oswald otis
otmar ottavia ottilie otto ottokar owen oyvind ozan ozgur pablo paddy padma padraig paige pallavi palle pamela panos
paola paolo paras parisa parth pascal pascale pascual patric patrice patricia patrick patrik patrizia patrycja patryk
pattie patty paul paula paulette pauli paulina pauline paulo pavel pawel paweł peder pedro peer pegah peggy pekka
pelin pelle penelope per percival percy peregrine pernille perry petar pete peter petr petra petros petter petteri
phil philip philipp philippa philippe phillip philomena phoebe phyllis pia piero pierre pieter pilar pinar ping piotr
piper pippa polly pooja poonam pradeep prakash pranav prasad prashant pratik pravin predrag preethi preeti prerna
priit prisca priscilla priya priyanka przemek puneet qing quentin quincy quinn quinton rachel rachid radek radhika
radka radomir radoslav radu rafael rafaela rafal raffaele rafi raghav ragnhild raheem rahel rahim rahul raimund rainer
raisa raj raja rajan rajat rajesh rajiv rakesh ralf ralph ramesh ramin ramiro ramon ramona ramzi rana randall randy
rania ranjit ranjith raoul raphael raphaela raquel rashad rashid rashmi rasmus raul ravi ravindra raya raymond rayna
rebecca rebekah reem regina reginald regine reiko reinhard reinhold reka rekha remi remy renata renate renaud rene
renee renzo reuben reza rhea rhiannon rhoda rhona rhonda rhys ricarda ricardo riccardo richard rick rickard ricky
rikke riku riley rina risto rita ritchie ritu ritva roald robbie robert roberta roberto rocio roderick rodney rodolfo
rodrigo roger rohan rohit roisin rok roland rolf romain roman romana romy ron ronald ronan ronja ronnie roopa rory
rosa rosalia rosalie rosalind rosalyn rosamund rosanna rosario roseanne rosemary roshan rosie rosita ross rossana
rouven rowena roxana roxanne roy ruairi ruben rudi rudolf rudy rufus rui rune rupa rupert ruslan russ russell ruta
ruth ruzica ryan ryo ryszard saad saanvi saara sabina sabine sabrina sachin sadhbh sadia sadie safiya sagar sahar
sahil said saira saki sakura salim sally salma salman salome salvatore sam samantha samara sameer samer sami samina
samir samira sammy sampath samson samuel sanaa sandeep sander sandra sandro sanja sanjay sanjeev sanna santino santosh
saoirse sara sarah sarita sascha sasha saskia sathish satoshi satya saul scarlett scott seamus sean sebastian
sebastien sebastijan seema sef selena selim selin selina selma selwyn semra senka seppo serena serge sergei sergey
sergio serhiy seth severin seyi shaan shabnam shahid shalini shamus shane shanice shannon sharif sharon shashank shaun
shauna shawn sheena sheila shelby sheldon shelley shen sherri sheryl shinji shinya shira shirin shirley shivani shreya
shruti shu shubham shweta sian sibel sibylle siddharth sidney sidonie siegfried sienna sigmund signe sigrid sigurd
silas silke silvana silvia silvio simon simona simone sindre sinead sini siobhan sirpa sissel sita siân sjoerd slavica
slavko slawomir slobodan smita sneha snezana sofie sohail solange soledad solomon solveig somchai sonia sonja sonya
sophia sophie soren spencer srdjan sridhar stacey stacy stan stanislav stanislaw stanley stavros stefan stefania
stefanie stefano steffen steffi stelian stella stepan stephan stephane stephanie stephen steve steven stewart stijn
stina stoyan stuart subhash subramaniam sudha sujata suki sukie suleiman sumit sunil sunita sunniva suresh surya susan
susana susanna susanne sushma susie suzana suzanne suzette suzuki svea svein sven svenja svetlana swati sybil syed
sylvain sylvester sylvia sylvie synnove szymon søren taavi tabea tabitha tadeusz tadhg taiwo takashi takeshi takumi
talia talitha tamar tamara tamas tamika tamsin tania tanja tanmay tanvi tanya tapio tara taras tarek tariq tarquin
tarun tasha tasneem tatiana tatjana tatsuya ted teddy teemu temitope teo teodor teodora terence teresa tero terry tess
tessa thabo thaddeus thandi thanh thea thelma theo theodor theodora theodore theresa therese thiago thibault thierry
thijs thilo thomas thomasina thorben thorsten tiago tiana tibor tiffany tihomir tilda till tim timea timo timothy
timur tina tine tirza titus tjark tjeerd tobias toby todd todor tom tomas tomasz tomek tomi tommaso tommy tomoko toni
tonia tony torben torbjorn tore torsten toru toshiro tova tove tracey tracy trevor tricia trinh tristan trixie trond
troy trudy truls tuan tuba tuncay tuomas tuva tyra tyrone ugo ugur ulf uli ulla ulrich ulrik ulrika ulrike uma umar
umberto umesh urs ursa ursula usha ute utku uwe vaclav valdis valentin valentina valentino valentyna valeria valerie
valerio valter vandana vanessa vanja varun vasil vasilios vasilis vasily veera veikko velma venkat vera verena vernon
veronica veronika veronique vesna vicente vicki vicky victoria vidar vidya viggo vijay vikas vikram viktor viktoria
viktorija ville vilma vinay vince vincent vincenzo vinh vinod viola violeta virgil virginie vishal vishnu vitaly vito
vittoria vivek vivian viviana vivien vivienne vlad vladimir vladislav vojtech volker volodymyr vuk wael waldemar
waleed walid walter walther wanda warren wassim wei wendell wendy werner weronika wesley wiebke wietske wiktor wilbur
wilfred wilfried wilhelm wilhelmina willa willem william willy wilma wilson wim winfried winifred winnie winston
wojciech wolfgang wouter xander xavier xenia xiang xiao ximena xin xiomara yael yahya yan yana yang yann yannick yara
yaroslav yaseen yasemin yash yasmin yasmine yassin yasuhiro yasuko yelena yi yigit ying yngve yogesh yohan yoko
yolanda yonas yosef yoshi yosuke youssef yu yuan yui yuka yuki yulia yulian yuliya yuna yunus yuri yusra yusuf yuta
yuto yves yvette yvonne zac zach zachariah zacharias zachary zadie zahra zaid zain zainab zane zara zbigniew zdenek
zeljko zelma zeno zenon zeynep zhang zhen zhenya zhi zivko zlatan zlatko zoe zofia zoltan zoran zoya zsofia zsuzsa
zubair zuleika zuri zuzana zuzanna`;

// These are also everyday words, so at the start of a sentence the next word has to decide.
const ambiguous = `
amber angel april art august autumn bill buck carter chase chip christian clay cliff colt cooper dale dash dawn drew
dusty earl eve faith ford frank gene glen grace grant guy heath heather holly hope hunter iris ivan ivy jade jay jean joy
june kit lance lane long mark mason max may miles mo nick norm olive page parker pat patience pearl penny pierce ray reed
rich rob robin rocky rose rusty sage sandy scout skip star stone sue summer trace tyler van victor viola violet wade ward
will young art major miller said mai han so an per ping min even shell
jan jun rod can harsh urban mercedes guy
austin milan florence sofia charlotte georgia virginia jackson paris brooklyn savannah sydney adelaide orlando santiago lincoln madison houston carolina kent devon chelsea`;

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
