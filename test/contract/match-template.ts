/** Whether a path fits a template such as `/organization/projects/{project_id}`. A template fits itself. */
export function matchPath(template: string, path: string): boolean {
  const [expected, actual] = [template.split('/'), path.split('/')];
  return (
    expected.length === actual.length &&
    expected.every((segment, index) => segment === actual[index] || isName(segment, actual[index] ?? ''))
  );
}

/** A name in braces stands for an id, which neither is empty nor is the word of another endpoint. */
function isName(segment: string, actual: string): boolean {
  return segment.startsWith('{') && !['', 'activate', 'deactivate'].includes(actual);
}
