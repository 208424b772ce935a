import { didYouMean } from '../nearest.ts';
import { type Path, type Remark, remark } from '../problem.ts';
import type { PolicyDocument } from '../schema.ts';
import { projectOwners } from '../membership.ts';
import { problemsOnly, type Review } from './review.ts';

/** Every label, calendar and group that a condition or a group points at exists: a slip must not quietly mean "never" or "always". */
export const reviewReferences: Review = {
  id: 'references',
  look: (document) =>
    problemsOnly([
      ...document.rules.flatMap((rule, i) => ofWhen(document, rule.when, ['rules', i, 'when'])),
      ...Object.keys(document.groups).flatMap((name) => ofGroup(document, name)),
      ...(Object.hasOwn(document.projects.labels, 'production')
        ? [
            remark(
              ['projects', 'labels', 'production'],
              'production is a list of its own; write it beside labels.',
              'key',
            ),
          ]
        : []),
    ]),
};

interface Kind {
  readonly what: string;
  readonly known: readonly string[];
  /** Where another one is added. */
  readonly under: string;
}

function missing({ what, known, under }: Kind, names: unknown, path: Path): readonly Remark[] {
  const list = Array.isArray(names) ? names.map(String) : [];
  return list.flatMap((name, i) =>
    known.includes(name)
      ? []
      : [
          remark(
            [...path, i],
            `There is no ${what} ${name}.${didYouMean(name, known) || ` Add ${name} under ${under}.`}`,
          ),
        ],
  );
}

function kindsOf(document: PolicyDocument) {
  const groups = [...Object.keys(document.groups), projectOwners];
  return {
    label: { what: 'label', known: ['production', ...Object.keys(document.projects.labels)], under: 'projects.labels' },
    calendar: { what: 'calendar', known: Object.keys(document.calendars), under: 'calendars' },
    group: { what: 'group', known: groups, under: 'groups' },
    requester: { what: 'group or person', known: [...groups, ...Object.keys(document.people)], under: 'groups' },
  } satisfies Readonly<Record<string, Kind>>;
}

function exceptIn(hours: unknown): unknown {
  return typeof hours === 'object' && hours !== null && 'except' in hours ? hours.except : [];
}

function ofWhen(document: PolicyDocument, when: Readonly<Record<string, unknown>>, path: Path): readonly Remark[] {
  const { label, calendar, group, requester } = kindsOf(document);
  return [
    ...missing(label, when['label'], [...path, 'label']),
    ...missing(group, when['on_call'], [...path, 'on_call']),
    ...missing(requester, when['not_from'], [...path, 'not_from']),
    ...(['hours', 'outside_hours'] as const).flatMap((key) =>
      missing(calendar, exceptIn(when[key]), [...path, key, 'except']),
    ),
  ];
}

function ofGroup(document: PolicyDocument, name: string): readonly Remark[] {
  const group = document.groups[name];
  if (group === undefined || Array.isArray(group)) return [];
  const { calendar, group: groups } = kindsOf(document);
  const path = ['groups', name];
  const { fallback } = group;
  const itself =
    fallback === name ? [remark([...path, 'fallback'], 'A group cannot stand in for itself; name another one.')] : [];
  return [
    ...missing(calendar, exceptIn(group.hours), [...path, 'hours', 'except']),
    ...(fallback === undefined
      ? []
      : missing(groups, [fallback], [...path, 'fallback']).map((one) => ({ ...one, path: [...path, 'fallback'] }))),
    ...itself,
    ...(fallback === undefined && group.escalate_after !== undefined
      ? [remark([...path, 'escalate_after'], 'Say with fallback which group is asked then.', 'key')]
      : []),
  ];
}
