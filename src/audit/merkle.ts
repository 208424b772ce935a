import { sha256 } from '#domain/canonical.ts';
import { invariant } from '#domain/invariant.ts';

/**
 * The Merkle tree of RFC 6962 over the chain's entry hashes, kept as the roots of its complete subtrees (largest first; at most 53 for
 * any count that a number can hold). An entry's hash is its leaf hash, because it is taken over 0x00 and the content.
 */
export interface MerkleTree {
  readonly size: number;
  readonly peaks: readonly string[];
}

export const emptyTree: MerkleTree = { size: 0, peaks: [] };

// RFC 6962 §2.1: inner nodes are hashed under another first byte than leaves.
const NODE = Uint8Array.of(0x01);

function nodeOf(left: string, right: string): string {
  return sha256(NODE, Buffer.from(left, 'hex'), Buffer.from(right, 'hex')).toString('hex');
}

/** The tree with one more leaf, given as lower-case hex. */
export function appendLeaf(tree: MerkleTree, leafHash: string): MerkleTree {
  invariant(/^[0-9a-f]{64}$/.test(leafHash), 'A leaf of the Merkle tree is a SHA-256 in hex');
  const peaks = [...tree.peaks];
  let carry = leafHash;
  // As in counting up by one: every trailing 1 bit of the size is a complete subtree that the new leaf makes twice as large.
  for (let rest = tree.size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = peaks.pop();
    invariant(left !== undefined, 'A Merkle tree has a peak for every bit of its size');
    carry = nodeOf(left, carry);
  }
  return { size: tree.size + 1, peaks: [...peaks, carry] };
}

/** Root over all leaves in hex; SHA-256 of nothing for the empty tree. */
export function rootOf(tree: MerkleTree): string {
  const last = tree.peaks.at(-1);
  if (last === undefined) return sha256('').toString('hex');
  return tree.peaks.slice(0, -1).reduceRight((right, left) => nodeOf(left, right), last);
}
