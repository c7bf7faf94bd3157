import type { SampleTexts } from "../sample.ts";

export const de: SampleTexts = {
  role: "Redaktion",
  slots: {
    morning: "Morgenausgabe",
    midday: "Mittagsausgabe",
    evening: "Abendausgabe",
    weekend: "Wochenendausgabe",
  },
  topic: { name: "Nachrichten", description: "Meldungen, die noch kein eigenes Thema haben." },
  story: {
    title: "Dies ist eine Beispielmeldung und keine Nachricht",
    short: "Eine Beispielmeldung",
    summary: `Diese Meldung kam mit dem Programm, damit {name} eine Seite zum Ansehen hat, bevor die erste eigene Meldung geschrieben ist. Kein Mensch hat sie redigiert, und das steht auch dabei.

Wer sie entfernen will, löscht den Ordner \`{folder}\` und in \`content/publishers.yaml\` die Zeile \`commonmark\` mit dem, was darunter steht.`,
    analysisTitle: "Wie eine Meldung entsteht",
    analysis: `Eine Meldung ist eine Datei in Markdown, wie das Projekt CommonMark es beschreibt. Der erste Teil ist die Zusammenfassung. Alles unter der ersten Zeile, die mit \`##\` beginnt, ist die Analyse.

\`npm run new -- story\` beginnt eine eigene Meldung. Der Befehl fragt nach Überschrift, Thema und Quelle und schreibt einen Entwurf, den nur die Vorschau zeigt.`,
  },
  edition: {
    lede: "Eine Beispielausgabe mit einer Beispielmeldung. Beide lassen sich löschen.",
    whyTitle: "Wie es weitergeht",
    why: "Sobald hier eine eigene Ausgabe erscheint, hat {name} begonnen.",
  },
  pages: {
    about: {
      title: "Über uns",
      description: "Was {name} ist und wer dafür einsteht.",
      body: `{name} fasst Nachrichten zusammen. Redaktionell verantwortlich: {editor}.

## Anderswo lesen

Alle Texte stehen ungekürzt im [Feed der Ausgaben](/feed.xml), im [Feed der Meldungen](/stories.xml) und als [JSON](/feed.json).`,
    },
    standards: {
      title: "Grundsätze",
      description: "Wie {name} mit Quellen, Fehlern, Maschinen und Geld umgeht.",
      body: `## Quellen

Jede Meldung nennt mindestens eine Quelle und führt zu ihr.

## Fehler

Eine Korrektur steht mit ihrem Datum bei der Meldung und in der [Liste der Korrekturen](/corrections/).

## Maschinen

Ein Hinweis sagt, ob eine Meldung allein von Menschen stammt, ob ein Modell geholfen und ein namentlich genannter Mensch sie geprüft hat, oder ob ein Programm sie schrieb und niemand sie redigierte.

## Geld

Ein bezahlter Link ist als solcher gekennzeichnet, und seine Seite sagt es vorher. In der [Liste der Offenlegungen](/disclosures/) stehen alle Programme und Anzeigen.`,
    },
    privacy: {
      title: "Datenschutz",
      description: "Was diese Website über ihre Leserinnen und Leser weiß.",
      body: `Die Seiten setzen keine Cookies, zählen niemanden und laden nichts von anderen Websites. Wer ein Farbschema wählt, dessen Browser merkt es sich; die Wahl bleibt dort. Er behält auch Seiten, die Sie geöffnet haben, und die neueste Ausgabe, damit Sie sie ohne Netz lesen können; sie bleiben auf Ihrem Gerät.

Wer den Webserver betreibt, kann sehen, von welcher Adresse und wann eine Seite abgerufen wurde.

Wenn Sie einen Leserbrief schreiben, erscheint er unter dem Namen, den Sie angeben, sobald die Redaktion ihn angenommen hat. Ihre E-Mail-Adresse wird nirgends veröffentlicht. Sie wird gelöscht, wenn die Redaktion entschieden hat, spätestens aber nach 30 Tagen. Wie viele Briefe von einem Rechner kommen, wird nur im Arbeitsspeicher gezählt, unter einem gesalzenen Hash seiner Adresse.`,
    },
  },
};
