/** A story as far as it is held against others. */
export interface Told {
  readonly title: string;
  readonly summary: string;
}

const t = (title: string, summary: string): Told => ({ title, summary });

/** Pairs of stories that tell one event, the later one in words of its own. All companies and people are made up. */
export const SAME_EVENT: readonly (readonly [Told, Told])[] = [
  [
    t(
      "Halden opens its weather model to everybody",
      "The Norwegian institute Halden has put the weights of Stormglass, its forecast model, under an open licence. Farmers and shippers may run it on a single graphics card.",
    ),
    t(
      "Stormglass forecast model is now free to use",
      "Halden published the weights of Stormglass on Tuesday. The forecast model runs on one graphics card, and its licence lets shippers and farmers use it without a fee.",
    ),
  ],
  [
    t(
      "Corvane cuts the price of its small model by half",
      "Corvane halves what it asks for Corvane Mini, to 20 cents for a million tokens. The company says that a new compiler pays for it.",
    ),
    t(
      "Corvane Mini now costs half",
      "A million tokens of Corvane Mini cost 20 cents from today, half of what Corvane asked for until now; a new compiler makes that possible.",
    ),
  ],
  [
    t(
      "Chief scientist leaves Brightwater",
      "Ines Tallow, who led research at Brightwater for nine years, leaves the laboratory in April. She says that she wants to teach.",
    ),
    t(
      "Ines Tallow quits Brightwater to teach",
      "After nine years as head of research, Ines Tallow will leave Brightwater in April for a chair at a university.",
    ),
  ],
  [
    t(
      "Court tells Papermill to delete scanned novels",
      "A court in Hamburg has ordered Papermill to delete 4,000 novels from its training data. The publishers who sued had never been asked.",
    ),
    t(
      "Papermill must remove 4,000 novels from training data, Hamburg court rules",
      "The Hamburg court sided with the publishers: Papermill used 4,000 scanned novels without asking and has to delete them.",
    ),
  ],
  [
    t(
      "Lumen's robot hand learns to fold laundry",
      "A robot hand by Lumen folds a basket of laundry in eleven minutes. It learned from videos of hotel staff, the company says.",
    ),
    t(
      "Robot hand folds laundry after watching hotel staff",
      "Lumen showed a hand that folds a basket of laundry in eleven minutes. Videos of hotel staff were its only teacher.",
    ),
  ],
  [
    t(
      "Parliament votes for labels on synthetic voices",
      "Members of parliament in Lisbon voted for a law that has synthetic voices in advertising announced. It comes into force in September.",
    ),
    t(
      "Portugal will require synthetic voices in advertising to be announced",
      "The parliament in Lisbon passed the law on Thursday; from September an advertisement with a synthetic voice has to say so.",
    ),
  ],
  [
    t(
      "Outage takes Tessera's assistants offline for six hours",
      "An expired certificate took the assistants of Tessera offline for six hours on Sunday. Hospitals fell back to paper.",
    ),
    t(
      "Expired certificate behind Tessera outage",
      "Tessera says that a certificate had expired when its assistants were offline for six hours on Sunday, and hospitals wrote on paper.",
    ),
  ],
  [
    t(
      "Quillon raises 300 million for chips made of glass",
      "Quillon, which makes optical chips of glass, has raised 300 million dollars. The round was led by a pension fund from Ontario.",
    ),
    t(
      "Glass chip maker Quillon gets 300 million from pension fund",
      "An Ontario pension fund leads a round of 300 million dollars for Quillon, whose optical chips are made of glass.",
    ),
  ],
  [
    t(
      "Researchers trick translation models with invisible ink",
      "Researchers in Delft made translation models add words that no reader of the source can see. They call the attack invisible ink.",
    ),
    t(
      "Invisible ink attack makes translation models add words",
      "A team in Delft hides instructions that readers cannot see; translation models then add words. Four vendors have mended it.",
    ),
  ],
  [
    t(
      "Library of Ghent digitises letters with handwriting model",
      "The university library of Ghent read 90,000 letters of the seventeenth century with a handwriting model in two months.",
    ),
    t(
      "Handwriting model reads 90,000 old letters in Ghent",
      "In two months a model read 90,000 seventeenth-century letters at the Ghent university library. Historians check a sample.",
    ),
  ],
  [
    t(
      "Aster delays its next model to autumn",
      "Aster will not release its next model in June, but in autumn. Tests of its safety take longer than planned, the company writes.",
    ),
    t(
      "Aster postpones next model until autumn for safety tests",
      "Instead of June the next model of Aster comes in autumn: the safety tests need more time than was planned.",
    ),
  ],
  [
    t(
      "Ombra buys speech start-up Larkvoice",
      "Ombra takes over Larkvoice, which makes voices for games. The price was not told; forty people move to Ombra.",
    ),
    t(
      "Game voices: Larkvoice goes to Ombra",
      "Larkvoice and its forty people join Ombra. What Ombra paid for the maker of game voices is not known.",
    ),
  ],
  [
    t(
      "Benchmark finds long answers rated higher than right ones",
      "Judges that are models prefer long answers to right ones, says a benchmark from Toronto: in 38 percent of pairs the longer wrong answer won.",
    ),
    t(
      "Model judges like long wrong answers, Toronto benchmark says",
      "In 38 percent of the pairs of a new benchmark from Toronto, model judges chose a longer wrong answer over a right short one.",
    ),
  ],
  [
    t(
      "Driverless buses begin in Tampere",
      "Three driverless buses run through Tampere from Monday. A person on board can stop them, and riding is free until May.",
    ),
    t(
      "Tampere starts three buses without drivers",
      "From Monday three driverless buses run in Tampere, free of charge until May, with a person on board who can stop them.",
    ),
  ],
  [
    t(
      "Mirelle publishes what its models were trained on",
      "Mirelle has published a list of all data sets with which its models were trained. It names 212 sources, with the licence of each.",
    ),
    t(
      "212 sources: Mirelle lists its training data",
      "All 212 data sets behind the models of Mirelle are now listed, each with its licence. No large laboratory did so before.",
    ),
  ],
  [
    t(
      "Union and studio agree on rules for digital doubles",
      "Actors' union and studio Northgate agreed that a digital double needs a contract for each film. Strikes are off.",
    ),
    t(
      "Digital doubles: actors' union ends strike at Northgate",
      "The union calls off its strike after Northgate agreed that each film with a digital double needs a contract of its own.",
    ),
  ],
  [
    t(
      "Power company builds data centre beside a dam",
      "Ridgeline Power will run a data centre of 80 megawatts beside its dam on the Arrow river. Warm water heats greenhouses.",
    ),
    t(
      "Ridgeline plans 80 megawatt data centre at Arrow river dam",
      "A data centre of 80 megawatts beside the dam on the Arrow river is to heat greenhouses with its water, says Ridgeline Power.",
    ),
  ],
  [
    t(
      "Hospital study: model finds more broken wrists",
      "In a study at a hospital in Graz a model found 7 percent more broken wrists than doctors alone. It raised twice as many false alarms.",
    ),
    t(
      "Graz study finds model better at broken wrists, with more false alarms",
      "Doctors in Graz missed 7 percent of broken wrists that a model found; it also raised twice as many false alarms.",
    ),
  ],
  [
    t(
      "Search engine Fennec drops generated summaries",
      "Fennec removes generated summaries from its results. Readers trusted them less after each mistake, says the search engine.",
    ),
    t(
      "Fennec removes generated summaries from search results",
      "The search engine Fennec no longer shows generated summaries: with each mistake, readers trusted its results less.",
    ),
  ],
  [
    t(
      "Open letter asks for pause of school chatbots",
      "Teachers from eleven countries ask in an open letter for a pause of chatbots in primary schools until studies are there.",
    ),
    t(
      "Teachers of eleven countries want a pause of chatbots in primary schools",
      "The open letter asks ministers to stop chatbots in primary schools until there are studies of what they do.",
    ),
  ],
];

/** Pairs of stories that tell two events, though names, numbers or subjects of theirs are the same. */
export const OTHER_EVENT: readonly (readonly [Told, Told])[] = [
  [
    t(
      "Velmora opens an office in Nairobi",
      "Velmora hires sixty engineers for a new office in Nairobi, its first on the continent. Speech models are to be made there.",
    ),
    t(
      "Velmora is fined for cold calls",
      "A regulator in Rome fines Velmora 300,000 euros since its sales assistant rang people who had asked not to be called.",
    ),
  ],
  [
    t(
      "Kestrel 3 writes longer code",
      "Kestrel 3 keeps two million tokens in mind, enough for most programs as a whole. It costs as much as the version before.",
    ),
    t(
      "Kestrel phones get satellite messages",
      "Phones by Kestrel will send short messages by satellite where there is no network. The service is free for two years.",
    ),
  ],
  [
    t(
      "Oslo court hears case on cloned voice",
      "A singer sues a game studio in Oslo for a voice that sounds like hers. The judgment is expected in a month.",
    ),
    t(
      "Oslo schools test reading tutor",
      "Twelve schools in Oslo test a reading tutor that listens to children. Parents may say no.",
    ),
  ],
  [
    t(
      "Start-up Pinnace raises 40 million for contracts",
      "Pinnace, whose software reads contracts, raises 40 million dollars from two insurers.",
    ),
    t(
      "Start-up Dovetail raises 40 million for seeds",
      "Dovetail, which breeds seeds with the help of models, raises 40 million dollars. Trials begin in Kansas.",
    ),
  ],
  [
    t(
      "Sable releases a model for maps",
      "The new model by Sable draws maps from pictures of satellites, and marks new roads within a day.",
    ),
    t(
      "Sable loses its head of finance",
      "Rhea Dunmore, head of finance at Sable, goes to a bank. Nobody follows her for now.",
    ),
  ],
  [
    t(
      "Model proves a lemma on knots",
      "A prover found a proof of a lemma on knots that had been open for 30 years. Mathematicians checked it by hand.",
    ),
    t(
      "Model finds a new antibiotic",
      "Chemists tested what a model had proposed, and one substance in 30 killed resistant bacteria.",
    ),
  ],
  [
    t(
      "Ministry buys translation for courts",
      "The ministry of justice buys a translation service for courts, for 12 million a year. Interpreters protest.",
    ),
    t(
      "Ministry stops chatbot of tax office",
      "The ministry of finance stops the chatbot of the tax office after it gave wrong dates to 12 percent of callers.",
    ),
  ],
  [
    t(
      "Garnet chips are late by a quarter",
      "The chips of the series Garnet come three months late. A supplier of memory has trouble with heat.",
    ),
    t(
      "Garnet Labs shows a music model",
      "Garnet Labs shows a model that writes for string quartets; players in Vienna liked two of five pieces.",
    ),
  ],
  [
    t(
      "Newspaper sues over archive",
      "A newspaper from Porto sues a laboratory, which is said to have copied its archive of eighty years.",
    ),
    t(
      "Newspaper opens archive to schools",
      "Schools may search eighty years of a newspaper's archive with a new assistant, at no cost.",
    ),
  ],
  [
    t(
      "Insurers ask for logs of agents",
      "Who wants cover for agents that act alone has to keep their logs for a year, say three insurers.",
    ),
    t(
      "Insurers pay for hail with drones",
      "After hail in Bavaria drones count the damage on roofs, and insurers pay within a day.",
    ),
  ],
  [
    t(
      "Tern browser blocks agents by default",
      "The browser Tern asks before an agent may use a page on which somebody is signed in.",
    ),
    t(
      "Tern colony counted by cameras",
      "Cameras on a Danish island count terns day and night; a model tells young birds from old ones.",
    ),
  ],
  [
    t(
      "Robots pick strawberries in Huelva",
      "Forty robots pick strawberries on a farm near Huelva, slower than people but through the night.",
    ),
    t(
      "Robots weld hulls in Gdansk",
      "A yard in Gdansk has forty robots weld hulls. People check each seam with ultrasound.",
    ),
  ],
  [
    t(
      "Study: assistants agree too often",
      "Assistants agree with wrong claims of users in a third of cases, finds a study with 1,500 people.",
    ),
    t(
      "Study: readers skip labels",
      "Of 1,500 people who read news with labels of generated text, a third did not notice any.",
    ),
  ],
  [
    t(
      "Meridian opens its model for protein design",
      "Meridian lets universities use its model for proteins without a fee. Companies pay by molecule.",
    ),
    t(
      "Meridian closes its model shop",
      "The shop in which others sold models through Meridian closes in July; sellers get their data back.",
    ),
  ],
  [
    t(
      "Seoul plans a law for companions",
      "A law planned in Seoul would have companion apps ask children for breaks every hour.",
    ),
    t(
      "Seoul metro announces by synthetic voice",
      "The metro of Seoul tests a synthetic voice for announcements in nine languages.",
    ),
  ],
  [
    t(
      "Data centre in Iowa asks for more water",
      "Operators of a data centre in Iowa ask the town for twice the water, since summers have become hotter.",
    ),
    t(
      "Data centre in Lulea sells heat",
      "A data centre in Lulea heats 2,000 homes in winter, and sells what is left to a fish farm.",
    ),
  ],
  [
    t(
      "Harrow updates its coding agent",
      "The coding agent Harrow now asks before it deletes files. Users had lost work in January.",
    ),
    t(
      "Harrow council uses agent for permits",
      "In Harrow an agent sorts requests for building permits; officers decide as before.",
    ),
  ],
  [
    t(
      "Price of memory rises again",
      "Memory for graphics cards costs 15 percent more than in winter, and makers expect no change until 2028.",
    ),
    t(
      "Price of graphics cards falls",
      "Used graphics cards cost 15 percent less than in winter, since miners sell what they have.",
    ),
  ],
  [
    t(
      "Dictionary makes slop the word of the year",
      "The editors of a dictionary chose slop, for pages that nobody wrote and nobody reads.",
    ),
    t(
      "Dictionary app answers questions",
      "A dictionary from Leipzig answers questions about words by quoting its own entries alone.",
    ),
  ],
  [
    t(
      "Film festival shows generated shorts",
      "Nine short films at the festival of Locarno were generated. Each says so before its title.",
    ),
    t(
      "Film archive colours newsreels",
      "An archive in Lyon colours newsreels of 1938 with a model, and shows what is guessed.",
    ),
  ],
];
