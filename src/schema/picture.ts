// Which files beside an article are its pictures; anything else there would be published by nobody's wish.

/** Plain names only, so that a picture has the same address on every file system; no SVG, which can carry scripts. */
export const pictureName = /^\w[\w.-]*\.(?:avif|gif|jpe?g|png|webp)$/i;
