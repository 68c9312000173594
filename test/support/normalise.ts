/** Takes out of an output what differs from run to run: ids, times, paths of the machine, lengths of time. */
export function normalise(output: string): string {
  return output
    .replaceAll(/INC-\d{8}-[0-9A-Z]{6}/g, 'INC-20261123-7KQ2MX')
    .replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z/g, '2026-11-23T03:04:05Z')
    .replaceAll(/\b(?!2099)\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?/g, '2026-11-23 03:04')
    .replaceAll(/(after|in) \d+(\.\d+)? (ms|s)\b/g, '$1 0.1 s')
    .replaceAll(/\S*\/node (?=examples)/g, '/usr/bin/node ')
    .replaceAll(/(program: +)\S+/g, '$1/usr/bin/node');
}
