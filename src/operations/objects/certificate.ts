import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import { fromSeconds } from './from-seconds.ts';

/**
 * `Certificate`, `OrganizationCertificate` and `OrganizationProjectCertificate` (OpenAI API reference, 2026-11). Only lists say whether
 * it is on, and only a single read that asks for it shows the certificate itself.
 */
export const certificateWire = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  created_at: z.number(),
  certificate_details: z.looseObject({
    valid_at: z.number().nullish(),
    expires_at: z.number().nullish(),
    content: z.string().nullish(),
  }),
  active: z.boolean().nullish(),
});

export const certificateSchema = z.object({
  id: z.string(),
  /** Null where it was given none. */
  name: z.string().nullable(),
  createdAt: z.number(),
  validFrom: z.number().nullable(),
  endsAt: z.number().nullable(),
  /** Null where the answer does not say. */
  isActive: z.boolean().nullable(),
});
export type Certificate = z.infer<typeof certificateSchema>;

export const certificateWithPemSchema = certificateSchema.extend({ pem: z.string().nullable() });

export function keepCertificate(answer: unknown): Certificate {
  const certificate = certificateWire.parse(answer);
  const { valid_at: validAt, expires_at: expiresAt } = certificate.certificate_details;
  return {
    id: certificate.id,
    name: oneLine(certificate.name ?? '') || null,
    createdAt: certificate.created_at * secondMs,
    validFrom: fromSeconds(validAt),
    endsAt: fromSeconds(expiresAt),
    isActive: certificate.active ?? null,
  };
}

/** With the certificate itself, which an undo of its deletion needs and nobody is shown. */
export function keepCertificateWithPem(answer: unknown): z.infer<typeof certificateWithPemSchema> {
  return { ...keepCertificate(answer), pem: certificateWire.parse(answer).certificate_details.content ?? null };
}

export function keepCertificates(answer: unknown): Certificate[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepCertificate);
}

/** What people call it. */
export const certificateName = ({ id, name }: Pick<Certificate, 'id' | 'name'>): string => name ?? id;
