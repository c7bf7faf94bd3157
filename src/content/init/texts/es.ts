import type { SampleTexts } from "../sample.ts";

export const es: SampleTexts = {
  role: "Redacción",
  slots: {
    morning: "Edición de la mañana",
    midday: "Edición del mediodía",
    evening: "Edición de la tarde",
    weekend: "Edición del fin de semana",
  },
  topic: { name: "Actualidad", description: "Las noticias que aún no tienen un tema propio." },
  story: {
    title: "Esto es un texto de muestra y no una noticia",
    short: "Un texto de muestra",
    summary: `Este texto llegó con el programa, para que {name} tenga una página que mirar antes de su primera noticia. Ninguna persona lo ha revisado, y su etiqueta lo dice.

Para quitarlo, borre la carpeta \`{folder}\` y, en \`content/publishers.yaml\`, la línea \`commonmark\` con lo que está debajo.`,
    analysisTitle: "Cómo se hace una noticia",
    analysis: `Una noticia es un archivo de Markdown, tal como lo describe el proyecto CommonMark. La primera parte es el resumen. Todo lo que sigue a la primera línea que empieza con \`##\` es el análisis.

\`npm run new -- story\` empieza una noticia propia. La orden pregunta por el titular, el tema y la fuente, y escribe un borrador que solo se ve en la vista previa.`,
  },
  edition: {
    lede: "Una edición de muestra con un texto de muestra. Ambos se pueden borrar.",
    whyTitle: "Lo que sigue",
    why: "En cuanto aparezca aquí una edición propia, {name} habrá empezado.",
  },
  pages: {
    about: {
      title: "Acerca de",
      description: "Qué es {name} y quién responde de ello.",
      body: `{name} resume las noticias. Responsable de la redacción: {editor}.

## Leer en otro lugar

Todos los textos están completos en el [canal de ediciones](/feed.xml), en el [canal de noticias](/stories.xml) y en [JSON](/feed.json).`,
    },
    standards: {
      title: "Principios",
      description: "Qué hace {name} con las fuentes, los errores, las máquinas y el dinero.",
      body: `## Fuentes

Cada noticia nombra al menos una fuente y lleva a ella.

## Errores

Una corrección figura junto a la noticia, con su fecha, y en la [lista de correcciones](/corrections/).

## Máquinas

Una etiqueta dice si una noticia es obra solo de personas, si se escribió con ayuda de un modelo y la revisó una persona con nombre y apellidos, o si la escribió un programa sin que nadie la revisara.

## Dinero

Un enlace pagado está marcado como tal, y su página lo dice antes. La [lista de avisos](/disclosures/) contiene todos los programas y anuncios.`,
    },
    privacy: {
      title: "Privacidad",
      description: "Qué sabe este sitio de quienes lo leen.",
      body: `Las páginas no usan cookies, no cuentan a nadie y no cargan nada de otros sitios. Si elige unos colores, su navegador los recuerda; la elección no sale de él. También guarda las páginas que ha abierto y la última edición, para que pueda leerlas sin conexión; no salen de su dispositivo.

Quien gestiona el servidor puede ver desde qué dirección y cuándo se pidió una página.

Si escribe una carta sobre una noticia, se publica con el nombre que usted indique, una vez que la redacción la haya aceptado. Su dirección de correo electrónico no se publica en ninguna parte. Se borra cuando la redacción ha decidido y, en todo caso, a los 30 días. Cuántas cartas llegan de un mismo ordenador se cuenta solo en la memoria, con un hash con sal de su dirección.`,
    },
  },
};
