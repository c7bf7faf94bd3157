import sharp from "sharp";
import { FOLDER, PAGE, PIXEL } from "../base.ts";
import { body, both, type Change, fine, front, type Mistakes, replaceIn, write } from "../mistake.ts";

const LARGE = await sharp({ create: { width: 6000, height: 4000, channels: 3, background: "grey" } })
  .png()
  .toBuffer();
const picture = (name: string): Change => write(`${FOLDER}/${name}`, PIXEL);
const shown = (file: string, typed: string): Change => both(picture(file), body(`![A drill](${typed})`));

/** Pictures: their names, their kinds, and how a text shows them. */
export const PICTURES: Mistakes = {
  "27. a picture whose name is wrong": both(picture("drill.png"), front("image:\n  src: dril.png\n  alt: A drill")),
  "a picture in the text whose name is wrong": shown("drill.png", "dril.png"),
  "a picture of another kind": shown("drill.png", "drill.jpg"),
  "a picture with its ending in capitals in the text": shown("drill.png", "drill.PNG"),
  "a picture without its ending": shown("drill.png", "drill"),
  "a picture by its path": shown("drill.png", "images/drill.png"),
  "a picture by a path with a dot": shown("drill.png", "./drill.png"),
  "a picture by a path of this computer": shown("drill.png", "C:\\Users\\Robin\\drill.png"),
  "a picture by its path in the content folder": shown("drill.png", "editions/2026/03-04-evening/drill.png"),
  "a picture that is not there": body("![A drill](drill.png)"),
  "a picture with blanks in the text": shown("drill-one.png", "drill one.png"),
  "a picture of the web": body("![A drill](https://pictures.example.net/drill.png)"),
  "28. a picture with a blank and capitals": shown("IMG 1234.PNG", "img-1234.png"),
  "a picture with its ending in capitals": shown("drill.PNG", "drill.PNG"),
  "a picture with an underscore": shown("drill_one.jpg", "drill_one.jpg"),
  "30. a picture that is a text": both(picture("drill.png"), front("image: drill.png")),
  "29. a picture without a description": both(picture("drill.png"), front("image:\n  src: drill.png")),
  "a picture in Markdown in the front matter": both(picture("drill.png"), front("image: ![A drill](drill.png)")),
  "a picture with another word for its file": both(
    picture("drill.png"),
    front("image:\n  file: drill.png\n  alt: A drill"),
  ),
  "a picture with another word for its description": both(
    picture("drill.png"),
    front("image:\n  src: drill.png\n  caption: A drill"),
  ),
  "a picture in the text without a description": both(picture("drill.png"), body("![](drill.png)")),
  "a picture as a link": both(picture("drill.png"), body("[A drill](drill.png)")),
  "a picture with a blank behind its bracket": both(picture("drill.png"), body("![A drill] (drill.png)")),
  "a picture in HTML": both(picture("drill.png"), body('<img src="drill.png" alt="A drill">')),
  "a picture in double brackets": both(picture("drill.png"), body("![[drill.png]]")),
  "a picture that nothing shows": picture("drill.png"),
  "a picture in a folder": both(write(`${FOLDER}/images/drill.png`, PIXEL), body("![A drill](images/drill.png)")),
  "a picture beside the editions": both(write("editions/drill.png", PIXEL), body("![A drill](drill.png)")),
  "a picture in the content folder": both(write("drill.png", PIXEL), body("![A drill](drill.png)")),
  "a picture beside a page": both(write("pages/desk.png", PIXEL)),
  "a picture in a page": replaceIn(PAGE, ["Two people", "![The desk](desk.png)\n\nTwo people"]),
  "31. a picture of a phone": write(`${FOLDER}/img-1234.heic`, "heic"),
  "a picture of a phone with capitals": write(`${FOLDER}/IMG_1234.HEIC`, "heic"),
  "a picture of a phone that is shown": both(
    write(`${FOLDER}/img-1234.heic`, "heic"),
    body("![A drill](img-1234.heic)"),
  ),
  "a picture of a phone that is only called JPEG": both(
    write(`${FOLDER}/drill.jpg`, Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1")),
    body("![A drill](drill.jpg)"),
  ),
  "32. a drawing": write(`${FOLDER}/chart.svg`, "<svg/>"),
  "a drawing that is shown": both(write(`${FOLDER}/chart.svg`, "<svg/>"), body("![A chart](chart.svg)")),
  "a moving picture": write(`${FOLDER}/drill.gif`, "GIF89a"),
  "a picture of a camera": write(`${FOLDER}/drill.cr2`, "raw"),
  "a picture of a scanner": write(`${FOLDER}/drill.tiff`, "tiff"),
  "a picture of a drawing program": write(`${FOLDER}/drill.psd`, "psd"),
  "a picture saved from the web": write(`${FOLDER}/drill.jfif`, "jfif"),
  "a film": write(`${FOLDER}/drill.mp4`, "mp4"),
  "a sound": write(`${FOLDER}/drill.mp3`, "mp3"),
  "a text that is called a picture": both(write(`${FOLDER}/drill.png`, "no picture"), body("![A drill](drill.png)")),
  "a picture's credit of two lines": both(
    picture("drill.png"),
    front("image:\n  src: drill.png\n  alt: A drill\n  credit: |\n    Robin\n    Example"),
  ),
  "121. a picture of many pixels": fine(
    "copies of a size for pages are made",
    both(write(`${FOLDER}/drill.png`, LARGE), front("image:\n  src: drill.png\n  alt: A drill")),
  ),
};
