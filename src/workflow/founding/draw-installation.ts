import type { House } from '../house.ts';
import { type InstallationPicture, subjectOf } from './installation.ts';

/** How this installation stands, with what two people have to compare before they confirm it. */
export async function drawInstallation(house: House): Promise<InstallationPicture> {
  const { installation } = house.founding;
  const { deployment, organization, version, policy } = installation;
  const subject = subjectOf(installation);
  const head = await house.store.read.audit.head();
  return {
    isFounded: house.founding.isDone(),
    subject,
    deployment,
    organization,
    version,
    policyDigest: policy.digest,
    head: head === null ? 'empty' : `${head.seq}:${head.hash.slice(0, 16)}`,
    founders: await house.store.read.founding.founders(subject),
    people: Object.values(policy.policy.people).map(({ name }) => name),
  };
}
