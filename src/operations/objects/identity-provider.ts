import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { isJsonObject, type JsonObject } from '#domain/json.ts';
import { oneLine } from '#domain/printable.ts';

const transformation = z.object({ attribute: z.string(), expression: z.string() });

/** `WorkloadIdentityProvider` (OpenAI API reference, 2026-11). */
export const identityProviderWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  issuer: z.string(),
  audience: z.string(),
  attribute_transformations: z.array(transformation).nullish(),
  verification: z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('discovery'), discovery_url: z.string().nullish() }),
    z.looseObject({ type: z.literal('uploaded_jwks'), jwks: z.custom<JsonObject>(isJsonObject) }),
  ]),
  enabled: z.boolean(),
  created_at: z.number(),
});

export const verificationSchema = z.discriminatedUnion('by', [
  /** Keys that the issuer publishes; at its usual address where `url` is null. */
  z.object({ by: z.literal('discovery'), url: z.string().nullable() }),
  z.object({ by: z.literal('keys'), jwks: z.custom<JsonObject>(isJsonObject) }),
]);
export type Verification = z.infer<typeof verificationSchema>;

export const providerSettingsSchema = z.object({
  name: z.string(),
  description: z.string().nullable(),
  issuer: z.string(),
  audience: z.string(),
  /** What is made of the claims of a token, in the vendor's order. */
  transformations: z.array(transformation),
  verification: verificationSchema,
  isEnabled: z.boolean(),
});
export type ProviderSettings = z.infer<typeof providerSettingsSchema>;

export const identityProviderSchema = providerSettingsSchema.extend({ id: z.string(), createdAt: z.number() });
export type IdentityProvider = z.infer<typeof identityProviderSchema>;

// Names and descriptions are free text of unknown length; an undo gives back what was kept, so they are cut late.
const LONGEST_TEXT = 1000;

export function keepIdentityProvider(answer: unknown): IdentityProvider {
  const provider = identityProviderWire.parse(answer);
  const { verification } = provider;
  return {
    id: provider.id,
    name: oneLine(provider.name, LONGEST_TEXT) || provider.id,
    description: oneLine(provider.description ?? '', LONGEST_TEXT) || null,
    issuer: provider.issuer,
    audience: provider.audience,
    transformations: provider.attribute_transformations ?? [],
    verification:
      verification.type === 'discovery'
        ? { by: 'discovery', url: verification.discovery_url ?? null }
        : { by: 'keys', jwks: verification.jwks },
    isEnabled: provider.enabled,
    createdAt: provider.created_at * secondMs,
  };
}

export function keepIdentityProviders(answer: unknown): IdentityProvider[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepIdentityProvider);
}

/** Of a provider everything decides: each setting says whom it vouches for. */
export function providerSettings(provider: IdentityProvider): ProviderSettings {
  const { id: _, createdAt: __, ...settings } = provider;
  return settings;
}
