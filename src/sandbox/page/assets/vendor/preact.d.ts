/** What the page uses of the one file that htm ships with preact inside; `load-assets.ts` serves it as `preact.js`. */

export interface VNode {
  readonly type: unknown;
  readonly props: unknown;
  readonly key: unknown;
}

export type Child = VNode | string | number | boolean | null | undefined | readonly Child[];

export interface Ref<T> {
  current: T;
}

export interface Context<T> {
  readonly Provider: (props: { readonly value: T; readonly children?: Child }) => VNode;
}

export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): VNode;
export function render(tree: VNode, parent: Element): void;
export function createContext<T>(fallback: T): Context<T>;
export function useContext<T>(context: Context<T>): T;
export function useState<T>(initial: T | (() => T)): [T, (next: T | ((previous: T) => T)) => void];
export function useRef<T>(initial: T): Ref<T>;
export function useMemo<T>(make: () => T, inputs: readonly unknown[]): T;
export function useCallback<T>(callback: T, inputs: readonly unknown[]): T;
export function useEffect(effect: () => void | (() => void), inputs?: readonly unknown[]): void;
export function useLayoutEffect(effect: () => void | (() => void), inputs?: readonly unknown[]): void;
