/** Whether a project goes by this id, name or pattern. `*` stands for any characters and `?` for one; capitals make no difference. */
export function fitsProject(pattern: string, project: { readonly id: string; readonly name: string }): boolean {
  return pattern === project.id || fits(pattern.toLowerCase(), project.name.toLowerCase());
}

/**
 * Whether the text is what the pattern says, capital for capital. Walks both once and goes back only to the last star: no pattern can make it
 * slow, as a regular expression could.
 */
export function fits(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      mark = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
