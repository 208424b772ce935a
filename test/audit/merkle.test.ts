import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendLeaf, emptyTree, rootOf } from '#audit/merkle.ts';
import { sampleChain } from './sample-chain.ts';

const sha = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafOf = (data: Buffer): string => sha(Buffer.from([0]), data).toString('hex');
const treeOf = (leaves: readonly string[]) => leaves.reduce(appendLeaf, emptyTree);

/** RFC 6962 §2.1 word for word: split at the largest power of two below n. */
function naiveRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return sha().toString('hex');
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const halves = [leaves.slice(0, split), leaves.slice(split)].map((half) => Buffer.from(naiveRoot(half), 'hex'));
  return sha(Buffer.from([1]), ...halves).toString('hex');
}

describe('rootOf', () => {
  // Test vectors of the reference implementation of Certificate Transparency.
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];

  it.each(roots.map((root, i) => [i + 1, root] as const))(
    'agrees with the published root of %i leaves',
    (size, root) => {
      const leaves = inputs.slice(0, size).map((hex) => leafOf(Buffer.from(hex, 'hex')));
      expect(rootOf(treeOf(leaves))).toBe(root);
    },
  );

  it('is SHA-256 of nothing for no leaves', () => {
    expect(rootOf(emptyTree)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('agrees with the recursive definition for any number of entries', () => {
    const leaves = sampleChain(300).map((entry) => entry.hash);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (size) => {
        expect(rootOf(treeOf(leaves.slice(0, size)))).toBe(naiveRoot(leaves.slice(0, size)));
      }),
    );
  });
});

describe('appendLeaf', () => {
  it('keeps one peak for every bit of the size, however many leaves there are', () => {
    let tree = emptyTree;
    for (const { hash } of sampleChain(200)) {
      tree = appendLeaf(tree, hash);
      expect(tree.peaks.length).toBe(tree.size.toString(2).replaceAll('0', '').length);
    }
  });

  it('leaves the tree before it as it was', () => {
    const before = treeOf([leafOf(Buffer.from('a'))]);
    const root = rootOf(before);
    appendLeaf(before, leafOf(Buffer.from('b')));
    expect(rootOf(before)).toBe(root);
  });

  it('refuses what is not a hash', () => {
    expect(() => appendLeaf(emptyTree, 'beef')).toThrow('SHA-256');
  });
});
