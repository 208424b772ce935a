import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { PageAddress } from '#workflow/ports/presence.ts';

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

// CBOR, as little of it as an authenticator's answer needs (RFC 8949).
const head = (major: number, size: number): Buffer =>
  size < 24
    ? Buffer.from([(major << 5) | size])
    : size < 256
      ? Buffer.from([(major << 5) | 24, size])
      : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const number = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
const map = (...pairs: readonly Buffer[]): Buffer => Buffer.concat([head(5, pairs.length / 2), ...pairs]);

const VERIFIED = 0x05;
const PRESENT = 0x01;
const HOLDS_KEY = 0x40;

/** An authenticator made of software: signs like a phone does, and lies where a test asks it to. */
export class SoftPasskey {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(20);
  #at: PageAddress;
  #counter = 0;
  /** Off: somebody holds the phone, and it does not know who. */
  isVerified = true;

  constructor(at: PageAddress) {
    this.#at = at;
  }

  /** The same phone in front of pages that moved to another port. */
  goesTo(at: PageAddress): this {
    this.#at = at;
    return this;
  }

  get id(): string {
    return this.#id.toString('base64url');
  }

  #clientData(type: string, challenge: string): Buffer {
    const { origin } = this.#at;
    const encoded = Buffer.from(challenge, 'base64').toString('base64url');
    return Buffer.from(JSON.stringify({ type, challenge: encoded, origin, crossOrigin: false }));
  }

  #authenticatorData(flags: number, more: Buffer = Buffer.alloc(0)): Buffer {
    this.#counter += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    const presence = this.isVerified ? VERIFIED : PRESENT;
    return Buffer.concat([sha256(this.#at.rpId), Buffer.from([presence | flags]), counter, more]);
  }

  #publicKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const coordinates = [
      number(-2),
      bytes(Buffer.from(x, 'base64url')),
      number(-3),
      bytes(Buffer.from(y, 'base64url')),
    ];
    return map(number(1), number(2), number(3), number(-7), number(-1), number(1), ...coordinates);
  }

  /** What a browser answers when a passkey was made; `challenge` in base64. */
  make(challenge: string): unknown {
    const length = Buffer.from([0, this.#id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.#id, this.#publicKey()]);
    const data = this.#authenticatorData(HOLDS_KEY, attested);
    const attestation = map(text('fmt'), text('none'), text('attStmt'), map(), text('authData'), bytes(data));
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
    });
  }

  /** What a browser answers when it has signed; `challenge` in base64. */
  sign(challenge: string): unknown {
    const clientData = this.#clientData('webauthn.get', challenge);
    const data = this.#authenticatorData(0);
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), this.#keys.privateKey);
    return this.#answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  #answer(response: Readonly<Record<string, string>>): unknown {
    return { id: this.id, rawId: this.id, type: 'public-key', response, clientExtensionResults: {} };
  }
}
