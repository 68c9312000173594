import { answer } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { isSet } from '../../input.ts';

/** `init [--apply]`: shows a first configuration; with `--apply` writes it where there is none yet. */
export const init: Action = async (input, house) => {
  const text = house.reporting.loadTemplate('smartspec.config.yaml');
  if (!isSet(input, 'apply')) {
    return answer('previewed', {
      headline: false,
      lines: [
        ...text.trimEnd().split('\n'),
        '',
        '# nothing was written; add --apply to write it to .spec/smartspec.config.yaml',
      ],
      more: { config: text },
    });
  }
  const written = house.writeFirstConfig(text);
  return answer(written === null ? 'exists' : 'written', {
    headline: false,
    lines: [written === null ? 'there is a configuration already; it was left alone' : `written: ${written}`],
    files: written === null ? {} : { config: written },
  });
};
