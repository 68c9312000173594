// A mail server and something that answers like Slack, on loopback, as a process of its own: says its ports on one line,
// and what arrived so far whenever a line comes in.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

let posted = 0;
let mailed = 0;

const slack = createServer((request, response) => {
  request.resume().on('end', () => {
    posted += 1;
    response.setHeader('content-type', 'application/json');
    response.end(`{"ok":true,"channel":"C0INCIDENT","ts":"1700000000.${String(posted).padStart(6, '0')}"}`);
  });
});
const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, _session, done) => {
    stream.resume().on('end', () => {
      mailed += 1;
      done();
    });
  },
});
mail.on('error', () => {});
await new Promise((resolve) => slack.listen(0, '127.0.0.1', resolve));
await new Promise((resolve) => mail.listen(0, '127.0.0.1', resolve));
console.log(JSON.stringify({ slack: slack.address().port, mail: mail.server.address().port }));
createInterface({ input: process.stdin }).on('line', () => console.log(JSON.stringify({ posted, mailed })));
process.stdin.on('end', () => process.exit());
