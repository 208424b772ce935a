import { BadRequestError } from 'openai';
import type { Certificate } from 'openai/resources/admin/organization/certificates';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { expiredPem, goodPem, pemOf } from '../pem-lines.ts';
import { ids } from '../small-seed.ts';

const certificate = pemOf(goodPem);

describe('certificates', () => {
  it('are uploaded, renamed and deleted, and show their text only when asked', async () => {
    const { organization, sec } = await openEmulator();
    const expected: Omit<Certificate, 'name'> & { name: null } = {
      object: 'certificate',
      id: expect.stringMatching(/^cert_/),
      name: null,
      created_at: sec(0),
      certificate_details: { valid_at: expect.any(Number), expires_at: expect.any(Number) },
    };
    const made = await organization.certificates.create({ certificate });
    expect(made).toEqual(expected);
    expect(new Date(made.certificate_details.expires_at! * 1000).getUTCFullYear()).toBe(2056);
    const renamed = await organization.certificates.update(made.id, { name: 'root' });
    expect(renamed.name).toBe('root');
    const full = await organization.certificates.retrieve(made.id, { include: ['content'] });
    expect(full.certificate_details.content).toBe(certificate);
    expect(await organization.certificates.retrieve(made.id)).toEqual(renamed);
    expect(await organization.certificates.delete(made.id)).toEqual({ object: 'certificate.deleted', id: made.id });
  });

  it('are switched on and off in the organization and in a project, apart', async () => {
    const { organization } = await openEmulator();
    const chosen = { certificate_ids: [ids.certificate] };
    const on = await organization.certificates.activate(chosen);
    expect(on).toMatchObject({
      object: 'organization.certificate.activation',
      data: [{ object: 'organization.certificate', id: ids.certificate, active: true }],
    });
    await organization.certificates.activate(chosen);
    const off = await organization.projects.certificates.deactivate(ids.web, chosen);
    expect(off).toMatchObject({
      object: 'organization.project.certificate.deactivation',
      data: [{ object: 'organization.project.certificate', active: false }],
    });
    expect((await organization.certificates.list()).data).toMatchObject([{ active: true }]);
    expect((await organization.projects.certificates.list(ids.web)).data).toMatchObject([{ active: false }]);
    expect((await organization.projects.certificates.activate(ids.web, chosen)).data).toMatchObject([{ active: true }]);
    expect((await organization.certificates.deactivate(chosen)).data).toMatchObject([{ active: false }]);
  });

  it('are switched all or none', async () => {
    const { organization } = await openEmulator();
    const chosen = { certificate_ids: [ids.certificate, 'cert_nope'] };
    await expect(organization.certificates.activate(chosen)).rejects.toMatchObject({ status: 404 });
    expect((await organization.certificates.list()).data).toMatchObject([{ active: false }]);
  });

  it('cannot go while they are active anywhere', async () => {
    const { organization } = await openEmulator();
    const deletion = organization.certificates.delete(ids.certificate);
    await expect(deletion).rejects.toBeInstanceOf(BadRequestError);
    await expect(deletion).rejects.toMatchObject({ code: 'certificate_in_use' });
  });

  it('are walked newest first, fifty at most', async () => {
    const { organization, clock } = await openEmulator();
    const made = [ids.certificate as string];
    for (let count = 1; count < 50; count += 1) {
      clock.advance(1000);
      made.push((await organization.certificates.create({ certificate, name: `c${count}` })).id);
    }
    const walked: string[] = [];
    for await (const { id } of organization.certificates.list({ limit: 30 })) walked.push(id);
    expect(walked).toEqual(made.toReversed());
    await expect(organization.certificates.create({ certificate })).rejects.toThrow(/at most 50/);
  });

  it.each([
    ['nothing', 'certificate', 'mtls_certificate_invalid'],
    ['a broken one', certificate.replace('MII', 'QQQ'), 'mtls_certificate_invalid'],
    ['two at once', certificate + certificate, 'mtls_certificate_invalid'],
    ['an old one', pemOf(expiredPem), 'expired_certificate'],
  ])('are not made from %s', async (_, text, code) => {
    const { organization } = await openEmulator();
    await expect(organization.certificates.create({ certificate: text })).rejects.toMatchObject({ status: 400, code });
  });

  it.each([0, 11])('are not switched %d at once', async (count) => {
    const { call } = await openEmulator();
    const body = { certificate_ids: Array.from({ length: count }, () => ids.certificate) };
    const { status, error } = await call('POST', '/organization/certificates/activate', { body });
    expect([status, error.param]).toEqual([400, 'certificate_ids']);
  });
});
