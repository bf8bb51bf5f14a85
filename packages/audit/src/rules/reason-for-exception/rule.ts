import type { Rule } from '@oxlint/plugins';

const EXCEPTION = /^\s*(?:eslint|oxlint)-disable(?:-next-line|-line)?\b(.*)$/s;

/** Finds an exception from these rules that doesn't say why it is one. */
export const rule: Rule = {
  meta: {
    type: 'problem',
    docs: { description: 'An exception from a rule of this plugin has its reason beside it.' },
    schema: [],
    messages: { missing: 'Say why this is an exception, after two dashes: `… {{rules}} -- the reason`.' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const [, told] = EXCEPTION.exec(comment.value) ?? [];
          const [rules = '', reason = ''] = told?.split(/\s-{2,}\s/) ?? [];
          if (!rules.includes('ringfence/') || reason.trim() !== '') continue;
          context.report({ loc: comment.loc, messageId: 'missing', data: { rules: rules.trim() } });
        }
      },
    };
  },
};
