/** OSC, DCS, SOS, PM and APC strings with their end, CSI sequences, and the other two- and three-byte escapes. */
const escapes =
  /(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c\n]{0,4096}(?:\u0007|\u001b\\|\u009c)?|(?:\u001b\[|\u009b)[\u0030-\u003f]{0,64}[\u0020-\u002f]{0,16}[\u0040-\u007e]?|\u001b[\u0020-\u002f]{0,4}[\u0030-\u007e]?/g;

/** Controls but tab and newline, marks that turn the reading direction, invisible tags and line separators. */
const controls =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufeff]|\udb40[\udc00-\udc7f]/g;

const anythingSuspicious = /[^\t\n\u0020-\u007e]/;

/**
 * Makes a text safe to print: no escape sequence, control or direction mark of its own reaches the terminal.
 *
 * Newlines and tabs stay; a carriage return before a newline goes, one standing alone becomes a newline, since it would
 * let a text overwrite the line it stands on.
 */
export function stripControls(text: string): string {
  if (!anythingSuspicious.test(text)) return text;
  // Halves of a character are replaced first, or taking out what stands between two would join them.
  return text.toWellFormed().replace(escapes, '').replace(/\r\n?/g, '\n').replace(controls, '');
}
