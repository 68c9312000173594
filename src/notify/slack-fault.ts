import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { type Failed, failed, readRetryAfter } from './delivery-fault.ts';
import type { DeliveryFault } from './notifier.ts';
import { RequestFault } from './slack-client.ts';

type Verdict = readonly [reason: DeliveryFault, retry: boolean, hint: string];

const verdicts: ReadonlyMap<string, Verdict> = new Map<string, Verdict>([
  [
    'channel_not_found',
    ['recipient-unknown', false, 'there is no such channel, or it is private and the app is not in it'],
  ],
  ['user_not_found', ['recipient-unknown', false, 'there is no such user']],
  ['users_not_found', ['recipient-unknown', false, 'there is no such user']],
  ['user_not_visible', ['recipient-unknown', false, 'the app can not see this user']],
  ['is_archived', ['recipient-archived', false, 'the channel is archived']],
  ['not_in_channel', ['not-permitted', false, 'invite the app to the channel']],
  ['invalid_auth', ['not-permitted', false, 'the token is not valid']],
  ['not_authed', ['not-permitted', false, 'no token was given']],
  ['account_inactive', ['not-permitted', false, 'the token belongs to a removed account or workspace']],
  ['token_revoked', ['not-permitted', false, 'the token was revoked']],
  ['token_expired', ['not-permitted', false, 'the token has expired']],
  ['missing_scope', ['not-permitted', false, 'the app lacks a scope']],
  ['no_permission', ['not-permitted', false, 'the app may not do this']],
  ['restricted_action', ['not-permitted', false, "the workspace's settings do not allow it"]],
  ['cannot_dm_bot', ['not-permitted', false, 'bots can not be written to']],
  ['msg_too_long', ['too-long', false, 'the message is too long']],
  ['msg_blocks_too_long', ['too-long', false, 'the message is too long']],
  ['ratelimited', ['rate-limited', true, 'too many messages']],
  ['rate_limited', ['rate-limited', true, 'too many messages']],
  ['message_limit_exceeded', ['rate-limited', true, 'the workspace has sent too many messages']],
  ['internal_error', ['refused-by-server', true, 'something went wrong at Slack']],
  ['fatal_error', ['refused-by-server', true, 'something went wrong at Slack']],
  ['service_unavailable', ['refused-by-server', true, 'Slack is not available']],
  ['request_timeout', ['refused-by-server', true, 'the request did not arrive whole']],
  ['team_added_to_org', ['refused-by-server', true, 'the workspace is being moved']],
]);

const usualWait = 30;

/** The code Slack answered with, e.g. `channel_not_found`; null for any other error. */
export function slackCode(error: unknown): string | null {
  const code: unknown = error instanceof WebAPIPlatformError ? error.data.error : null;
  return typeof code === 'string' && /^[a-z][a-z0-9_]{1,60}$/.test(code) ? code : null;
}

/** What became of a call to Slack that failed. Nothing of an answer but Slack's own code gets into the detail. */
export function judgeSlackError(error: unknown, now: string): Failed {
  const code = slackCode(error);
  if (code !== null) {
    const [reason, retry, hint] =
      verdicts.get(code) ?? (['refused-by-server', false, 'Slack did not accept it'] as const);
    const retryAfter = reason === 'rate-limited' ? usualWait : null;
    return failed(reason, `Slack answered ${code}: ${hint}.`, { retry, retryAfter });
  }
  if (error instanceof WebAPIRateLimitedError) {
    const detail = `Slack limits the rate and asks to wait ${error.retryAfter} s.`;
    return failed('rate-limited', detail, { retry: true, retryAfter: error.retryAfter });
  }
  if (error instanceof WebAPIHTTPError) {
    const retry = error.statusCode >= 500 || error.statusCode === 408 || error.statusCode === 425;
    const retryAfter = retry ? readRetryAfter(error.headers['retry-after'], now) : null;
    return failed('refused-by-server', `Slack's address answered with status ${error.statusCode}.`, {
      retry,
      retryAfter,
    });
  }
  if (error instanceof WebAPIRequestError && error.original instanceof RequestFault) {
    const { reason, message } = error.original;
    return failed(reason, `Slack could not be reached: ${message}.`, { retry: true });
  }
  // A web page that asks to log in stands between here and Slack, or something else that is not Slack.
  return failed(
    'answer-unreadable',
    "What answered at Slack's address is not Slack; perhaps a proxy or a log-in page.",
    { retry: true },
  );
}
