/** How the names of files end that are no texts, and may stand beside one. */
export const PICTURE_ENDING = /\.(jpe?g|png|webp|avif)$/;
export const RECORDING_ENDING = /\.(mp3|m4a)$/;
