import type { Listed, Side } from "./text/lexicon.ts";

/** Verbs that British papers write with “-ise” or, as Oxford does, with “-ize”, and American ones with “-ize”: without that ending. */
const VERBS =
  "actual agon apolog author categor character colon commercial computer container contextual criminal critic custom decentral democrat " +
  "demon deput digit econom emphas energ familiar final formal general global harmon hospital hypothes ideal immun industrial initial " +
  "item jeopard legal liberal local marginal maxim mechan memor minim mobil modern monet national neutral normal optim organ reorgan parallel " +
  "parameter patron penal personal polar popular pressur priorit privat quant radical random rational real recogn regular revolution " +
  "sanit scrutin sensit serial social special stabil standard steril stigmat subsid summar symbol sympath synchron synthes token trivial " +
  "union urban util vandal vector verbal victim virtual visual weapon";

/** How forms of these verbs end, behind “is” or “iz”. */
const ENDINGS = "e es ed ing er ers ation ations ational able".split(" ");

/** Words that British and American papers write otherwise, in one form or several; those of which one has a further meaning are left out. */
const PAIRS =
  "colour/color colours/colors coloured/colored colouring/coloring colourful/colorful behaviour/behavior behaviours/behaviors " +
  "behavioural/behavioral favour/favor favours/favors favoured/favored favouring/favoring favourable/favorable favourite/favorite " +
  "favourites/favorites flavour/flavor flavours/flavors flavoured/flavored honour/honor honours/honors honoured/honored honouring/honoring labour/labor labours/labors " +
  "neighbour/neighbor neighbours/neighbors neighbouring/neighboring neighbourhood/neighborhood neighbourhoods/neighborhoods " +
  "rumour/rumor rumours/rumors rumoured/rumored humour/humor harbour/harbor harbours/harbors endeavour/endeavor endeavours/endeavors " +
  "armour/armor armoured/armored odour/odor odours/odors rigour/rigor savour/savor splendour/splendor tumour/tumor tumours/tumors " +
  "vapour/vapor vigour/vigor valour/valor parlour/parlor demeanour/demeanor centre/center centres/centers centred/centered centring/centering " +
  "theatre/theater theatres/theaters fibre/fiber fibres/fibers calibre/caliber spectre/specter lustre/luster manoeuvre/maneuver " +
  "manoeuvres/maneuvers sombre/somber litre/liter litres/liters kilometre/kilometer kilometres/kilometers centimetre/centimeter centimetres/centimeters " +
  "millimetre/millimeter millimetres/millimeters defence/defense defences/defenses offence/offense offences/offenses pretence/pretense " +
  "analyse/analyze analysed/analyzed analysing/analyzing analyser/analyzer paralyse/paralyze paralysed/paralyzed catalyse/catalyze " +
  "catalysed/catalyzed travelled/traveled travelling/traveling traveller/traveler travellers/travelers cancelled/canceled " +
  "cancelling/canceling labelled/labeled labelling/labeling modelled/modeled modelling/modeling fuelled/fueled fuelling/fueling " +
  "signalled/signaled signalling/signaling levelled/leveled levelling/leveling channelled/channeled channelling/channeling " +
  "marvelled/marveled counsellor/counselor counsellors/counselors jewellery/jewelry aluminium/aluminum grey/gray aeroplane/airplane " +
  "plough/plow sceptical/skeptical sceptic/skeptic sceptics/skeptics scepticism/skepticism mould/mold moulded/molded ageing/aging " +
  "enrol/enroll enrols/enrolls enrolment/enrollment fulfil/fulfill fulfils/fulfills fulfilment/fulfillment skilful/skillful " +
  "instalment/installment instalments/installments instil/instill paediatric/pediatric anaesthetic/anesthetic " +
  "foetus/fetus cosy/cozy cheque/check dialled/dialed pedalled/pedaled quarrelled/quarreled unravelled/unraveled unravelling/unraveling " +
  "funnelled/funneled funnelling/funneling tunnelling/tunneling";

/** Spelt so in one sense only: a check is no cheque, and molds and plows are rare enough to be names. */
const AMBIGUOUS = new Set(["check", "canceled", "program"]);

function spelt(word: string, family: string, side: Side, other: string): Listed {
  return [word, { kind: "spelling", family, side, other }];
}

/** All words of which a house has one spelling, each with its family (the American form), its side and the other side's form. */
export function listSpellings(): Listed[] {
  const verbs = VERBS.split(" ").flatMap((stem) =>
    ENDINGS.flatMap((ending) => {
      const [ise, ize] = [`${stem}is${ending}`, `${stem}iz${ending}`];
      return [spelt(ise, `${stem}ize`, "ise", ize), spelt(ize, `${stem}ize`, "ize", ise)];
    }),
  );
  const pairs = PAIRS.split(" ").flatMap((pair) => {
    const [british = "", american = ""] = pair.split("/");
    return [spelt(british, american, "british", american), spelt(american, american, "american", british)].filter(
      ([word]) => !AMBIGUOUS.has(word),
    );
  });
  return [...verbs, ...pairs];
}
