// What the extractor's own parser of XHTML gives: a document without scripts, styles or network.
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    parse(xhtml: string): Document;
  }
}
