import { maskCodeBlocks, maskCodeSpans, thing } from './mask-code.ts';

const patterns: readonly RegExp[] = [
  // Addresses on the web and in mail, and the targets of Markdown links.
  /\b(?:https?|ftp|ssh|file):\/\/[^\s<>)\]]+/g,
  /\bwww\.[^\s<>)\]]+/g,
  /(?<=\])\([^()\s\n]{1,2000}\)/g,
  /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}/g,
  // A tag or a placeholder in angle brackets.
  /<\/?[A-Za-z][^<>\n]{0,300}>/g,
];

// A quotation right after one of these words repeats what a machine wrote or names a term.
const introducesMachineText =
  /(?:\b(?:logs?|logged|errors?|messages?|banner|alerts?|page|reads?|reading|says?|said|prints?|printed|returns?|returned|shows?|showed|outputs?|labels?|labell?ed|titled?|entitled|status|options?|buttons?|columns?|headers?|headings?|fields?|named|called|calls|phrases?|terms?|words?|categor(?:y|ies)|keywords?|dashboard|tooltip|entry|entries|value|values|code|codes|tag|tags|tagged|flag|flags|string|text|response|warning|exception|section|file|rule|rules|wording|expression|as|like|sentence|sentences|write|writes|writing|instead of|avoid)\b|[:=])[\s(]*$/i;
const human = /\b(?:he|she|they|who|i|we|engineer|developer|manager|lead)\s+(?:said|says|wrote|shows?)\s*[:,]?\s*$/i;

function signs(length: number): string {
  return thing.repeat(length);
}

function maskComments(text: string): string {
  let out = '';
  let done = 0;
  for (let at = text.indexOf('<!--'); at !== -1; at = text.indexOf('<!--', done)) {
    const close = text.indexOf('-->', at + 4);
    if (close === -1) break;
    out += text.slice(done, at) + text.slice(at, close + 3).replace(/[^\n]/g, ' ');
    done = close + 3;
  }
  return out + text.slice(done);
}

function maskMachineQuotes(text: string): string {
  return text.replace(/"[^"\n]{1,200}"|“[^”\n]{1,200}”|(?<![\w])'[^'\n]{3,80}'(?!\w)/g, (quote, at: number) => {
    const before = text.slice(Math.max(0, at - 40), at);
    return introducesMachineText.test(before) && !human.test(before) ? signs(quote.length) : quote;
  });
}

/** Returns the text with everything that is not prose masked: same length, same line ends, so offsets stay true. */
export function extractProse(text: string): string {
  let prose = maskComments(maskCodeSpans(maskCodeBlocks(text)));
  for (const pattern of patterns) prose = prose.replace(pattern, (found) => signs(found.length));
  return maskMachineQuotes(prose);
}
