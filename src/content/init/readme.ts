/** The file of the generator within a publication that does not get it from a registry. */
export const VENDORED = "vendor/evening-update.tgz";

/** npm takes a file of the same name anew where its content is another, and notes that in package-lock.json. */
const fromFile = (
  name: string,
) => `The generator is the file \`${VENDORED}\`. Put the new version in its place, which \`npm pack\` makes in the generator’s folder; \`npm update\`
takes it. Commit both with \`package-lock.json\`. Once ${name} is on a registry, \`npm install ${name}\` takes it from there instead.
`;

const fromRegistry = (
  name: string,
) => `\`npm update\` takes the newest version of the same first number. A new first number asks for a change of your content, so it is
taken by name: \`npm install ${name}@2\`.
`;

/** The README of a publication: a page about what to type and where what is. */
export function writeReadme(title: string, name: string, spec: string): string {
  return `# ${title.replace(/[!-/:-@[-\`{-~]/g, String.raw`\$&`)}

A news digest, made by ${name}. What it says is in \`content/\`; the generator is a package.

## What to type

You need [Node.js](https://nodejs.org) 20.19.5, 22.12, 24 or newer.

\`\`\`sh
npm ci                # once, and after each update
npm start             # the preview, at http://localhost:8080/
npm run new -- story  # begins a story; --help lists the flags
npm run check         # every problem of the content, with what to type
npm run build         # writes the site to _site/
\`\`\`

## Where what is

- \`content/site.yaml\`: name, address, language, zone, slots, colours
- \`content/editions/\`: a folder for each edition, a file for each story. The first edition is a sample: delete its folder, and in
  \`content/publishers.yaml\` the publisher \`commonmark\`, whom only the sample cites
- \`content/pages/\`: about, standards, privacy. They came with the program: make every sentence true
- \`node_modules/${name}/docs/format.md\` says what a file may hold, \`docs/rules.md\` there what a check may report

## Publish it

Push to \`main\` on GitHub, set Pages to “GitHub Actions” in the repository’s settings, and \`url\` in \`content/site.yaml\` to
your address. \`.github/workflows/publish.yml\` checks, builds and deploys, and wakes every hour for what is scheduled;
\`check.yml\` puts each problem of a pull request beside its line. Anywhere else, \`npm run deploy -- --to TARGET\` sends \`_site/\` to a
folder or a store.

## Know when it stops

\`npm run pulse\` asks the live site whether the edition that is expected by now is out. \`pulse.yml\` does so twice an hour, and GitHub mails
you when it fails. What stops publishing may stop that workflow as well, so have a clock elsewhere look at the site, too.

## Update the generator

\`\`\`sh
npm update
npm run upgrade       # tells what changed in the content format, and what to type
\`\`\`

${spec === `file:${VENDORED}` ? fromFile(name) : fromRegistry(name)}
Nothing in \`content/\` is touched by an update. The generator’s CHANGELOG.md, in \`node_modules/${name}/\`, has what is new.
`;
}
