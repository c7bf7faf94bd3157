import type { SampleTexts } from "../sample.ts";

export const fr: SampleTexts = {
  role: "Rédaction",
  slots: {
    morning: "Édition du matin",
    midday: "Édition de midi",
    evening: "Édition du soir",
    weekend: "Édition du week-end",
  },
  topic: { name: "Actualité", description: "Les articles qui n’ont pas encore de thème à eux." },
  story: {
    title: "Ceci est un article d’exemple et non une nouvelle",
    short: "Un article d’exemple",
    summary: `Cet article est venu avec le programme, afin que {name} ait une page à montrer avant son premier article. Personne ne l’a relu, et son étiquette le dit.

Pour l’enlever, supprimez le dossier \`{folder}\` et, dans \`content/publishers.yaml\`, la ligne \`commonmark\` avec ce qui se trouve dessous.`,
    analysisTitle: "Comment naît un article",
    analysis: `Un article est un fichier Markdown, tel que le projet CommonMark le décrit. La première partie est le résumé. Tout ce qui suit la première ligne commençant par \`##\` est l’analyse.

\`npm run new -- story\` commence un article à vous. La commande demande le titre, le thème et la source, puis écrit un brouillon que seul l’aperçu montre.`,
  },
  edition: {
    lede: "Une édition d’exemple avec un article d’exemple. Les deux peuvent être supprimés.",
    whyTitle: "La suite",
    why: "Dès qu’une édition à elle paraît ici, la publication {name} a commencé.",
  },
  pages: {
    about: {
      title: "À propos",
      description: "Ce qu’est {name} et qui en répond.",
      body: `{name} résume l’actualité. Responsable de la rédaction : {editor}.

## Lire ailleurs

Tous les textes se trouvent en entier dans le [flux des éditions](/feed.xml), dans le [flux des articles](/stories.xml) et en [JSON](/feed.json).`,
    },
    standards: {
      title: "Principes",
      description: "Ce que {name} fait des sources, des erreurs, des machines et de l’argent.",
      body: `## Sources

Chaque article nomme au moins une source et y conduit.

## Erreurs

Un rectificatif figure auprès de l’article, avec sa date, et dans la [liste des rectificatifs](/corrections/).

## Machines

Une étiquette dit si un article est l’œuvre d’humains seuls, s’il a été écrit avec l’aide d’un modèle et vérifié par une personne nommée, ou si un programme l’a écrit sans que personne le relise.

## Argent

Un lien rémunéré est signalé, et sa page le dit avant qu’il n’apparaisse. La [liste des mentions](/disclosures/) contient tous les programmes et toutes les publicités.`,
    },
    privacy: {
      title: "Vie privée",
      description: "Ce que ce site sait de ses lecteurs.",
      body: `Les pages ne posent pas de cookies, ne comptent personne et ne chargent rien d’autres sites. Si vous choisissez des couleurs, votre navigateur s’en souvient ; ce choix reste chez vous. Il garde aussi les pages que vous avez ouvertes et la dernière édition, pour que vous puissiez les lire sans réseau ; elles restent sur votre appareil.

L’exploitant du serveur peut voir de quelle adresse et à quel moment une page a été demandée.

Si vous écrivez une lettre au sujet d’un article, elle paraît sous le nom que vous indiquez, une fois que la rédaction l’a acceptée. Votre adresse e-mail n’est publiée nulle part. Elle est supprimée dès que la rédaction a décidé, et dans tous les cas après 30 jours. Le nombre de lettres venues d’un même ordinateur n’est compté qu’en mémoire, sous une empreinte salée de son adresse.`,
    },
  },
};
