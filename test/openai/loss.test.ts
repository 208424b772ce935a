import { describe, expect, it } from 'vitest';
import { lossOf, sayLoss } from '#openai/loss.ts';

const failure = (code: string): Error => Object.assign(new Error('with a text that quotes something'), { code });

describe('a loss', () => {
  it.each([
    ['ENOTFOUND', 'name not found'],
    ['EAI_AGAIN', 'name not found'],
    ['ECONNREFUSED', 'connection refused'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connection not made in time'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'TLS refused'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'TLS refused'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'TLS refused'],
    ['CERT_HAS_EXPIRED', 'TLS refused'],
    ['ECONNRESET', 'connection lost'],
    ['UND_ERR_SOCKET', 'connection lost'],
    ['UND_ERR_HEADERS_TIMEOUT', 'answer not in time'],
    ['UND_ERR_BODY_TIMEOUT', 'answer not in time'],
    ['UND_ERR_DESTROYED', 'stopping'],
    ['TOO_LARGE', 'answer too large'],
    ['E_SOMETHING_NEW', 'unknown failure'],
  ])('with the code %s is: %s', (code, loss) => {
    expect(lossOf(failure(code), true)).toBe(loss);
  });

  it('by the total time is named after what it waited for', () => {
    expect(lossOf(failure('TOTAL_TIMEOUT'), false)).toBe('connection not made in time');
    expect(lossOf(failure('TOTAL_TIMEOUT'), true)).toBe('answer not in time');
  });

  it('without an error or a code is an unknown failure', () => {
    expect(lossOf('a text', true)).toBe('unknown failure');
    expect(lossOf(new Error('no code'), true)).toBe('unknown failure');
  });

  it('is said as a sentence of ours, never in the words of the error', () => {
    expect(sayLoss(lossOf(failure('ECONNREFUSED'), false))).toBe(
      'OpenAI’s host refused the connection. Check the network and COUNTERSIGN_OPENAI_BASE_URL.',
    );
  });
});
