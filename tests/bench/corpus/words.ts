/** The words that made-up stories are made of. */

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

export const ADJECTIVES = list(`
  able brief broad busy careful cheap clear coastal cold common costly curious daily dense distant early eastern even
  fair familiar fast final firm formal fresh full gentle global grand hidden honest idle joint joyful keen large late
  lean light likely local long loose lower mild minor modern modest narrow new northern novel odd older open outer
  patient plain private public quick quiet rapid rare ready recent regional rough round rural second shared sharp
  simple slow small smart soft solid southern sparse stable steady stern strong sudden sturdy subtle tall tidy upper
  urban usual vast vital warm western whole wide wise young
`);

export const NOUNS = list(`
  account agency analyst archive audit bakery bank bench board border bridge budget bureau canal carrier census
  channel charter city clinic coast college committee company compass contract council court cradle crew crop
  customer dataset deadline delegate depot desert device diary district dock draft drought estuary factory fairway
  farmer ferry festival filing forecast forest forum foundry garden glacier grant grid guild harbour harvest hearing
  hospital index inquiry island journal junction kiln laboratory ledger letter library licence lighthouse map market
  measure meadow memo meter minister mission model museum network notice observatory office orchard outage panel
  parish partner patent payment permit pilot pipeline plant platform policy port printer program project proposal
  protocol province quarry query railway reactor reader record reform refuge region register relay repair report
  reservoir review river road robot rule satellite school season sensor server settlement signal station statute
  storm strike studio supplier survey tariff tender theatre tide timetable trail treaty tribunal tunnel union valley
  vendor village vote warehouse waterway weather winter witness workshop
`);

export const VERBS = list(`
  accepted added adopted amended answered approved asked avoided backed balanced began blocked bought broke built
  called carried changed checked cleared closed compared copied counted covered crossed delayed described divided
  doubled drafted dropped ended entered extended failed faced filed finished followed funded gathered granted halted
  heard held ignored improved joined judged kept launched learned left limited listed lowered made mapped marked
  measured met missed moved named offered opened ordered passed paused planned praised prepared printed proved
  questioned raised reached read rebuilt recorded refused repeated replaced reported rested reviewed revised ruled
  saved scaled sent served settled shaped shared showed signed split started studied supported tested trimmed
  trusted turned updated used valued visited wanted warned watched weighed widened withdrew wrote
`);

export const ADVERBS = list(`
  again already almost briefly calmly carefully clearly early evenly firmly formally gently gladly hardly late
  lightly mostly nearly often openly partly plainly promptly quickly quietly rarely readily sharply slowly softly
  soon steadily together twice usually widely
`);

export const OPENERS = [
  "After a long pause",
  "As so often",
  "At the same time",
  "By the end of the week",
  "For most readers",
  "From the outside",
  "In practice",
  "On paper",
  "Since the spring",
  "To everyone's surprise",
  "Under the old rules",
  "With little notice",
] as const;

export const ENDINGS = [
  "before the doors opened",
  "for the third time in a year",
  "in front of a small crowd",
  "on the advice of its own lawyers",
  "once the figures were in",
  "until somebody looks closer",
  "while the others waited",
  "with no date in sight",
  "without much debate",
  "and the price didn't move",
  "but nobody signed",
  "which isn't what the plan had said",
] as const;

export const TOPICS = list(`
  agriculture architecture aviation climate courts culture education energy finance fisheries health housing labour
  language mobility museums research security shipping trade
`);
