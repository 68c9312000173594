/**
 * Contents of character classes for letters of any script, written as a few coarse ranges.
 *
 * Unicode property classes would say the same more exactly, but each one costs a millisecond or two when it is first
 * used, and these are used in a program that lives for seventy.
 */
export const letter = 'A-Za-z\u00c0-\u1fff\u3040-\ud7ff\uf900-\ufdff';

/** Letters that can begin a name in Latin, Greek and Cyrillic script; in Latin Extended both cases alternate. */
export const capital = 'A-Z\u00c0-\u00de\u0100-\u017f\u0386-\u042f';

/** Small letters of the same scripts. */
export const small = 'a-z\u00df-\u017f\u03ac-\u03ce\u0430-\u045f';
