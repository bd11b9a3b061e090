import type { Answers, Form, Problem, Together } from './form';

/** Whether two fields contradict each other; what is not filled in, or wrong on its own, is not judged here. */
function contradicts(rule: Together, values: Answers): boolean {
  const [mine = '', other = ''] = [values[rule.field], values[rule.than]];
  switch (rule.rule) {
    case 'needed-for':
      return values[rule.field] === '' && other === rule.is;
    case 'not-before':
      return mine !== '' && other !== '' && mine < other;
    case 'at-most':
      return mine !== '' && other !== '' && Number(mine) > Number(other);
  }
}

/** What is wrong with fields that are right on their own. `values`: those that are, as they are kept. */
export const togetherProblems = ({ together = [] }: Form, values: Answers): readonly Problem[] =>
  together.flatMap((rule) => {
    const than = values[rule.than] ?? '';
    return contradicts(rule, values) ? [{ field: rule.field, key: rule.rule, params: { than } }] : [];
  });
