import type { Rule } from '@oxlint/plugins';
import { rule as noOrgInInput } from '../rules/no-org-in-input/rule.ts';
import { rule as noRawFragment } from '../rules/no-raw-fragment/rule.ts';
import { rule as noSessionSetting } from '../rules/no-session-setting/rule.ts';
import { rule as noStackedStatements } from '../rules/no-stacked-statements/rule.ts';
import { rule as noUnboundClient } from '../rules/no-unbound-client/rule.ts';
import { rule as orgInValues } from '../rules/org-in-values/rule.ts';
import { rule as orgInWhere } from '../rules/org-in-where/rule.ts';
import { rule as reasonForException } from '../rules/reason-for-exception/rule.ts';

const rules = {
  'no-org-in-input': noOrgInInput,
  'no-raw-fragment': noRawFragment,
  'no-session-setting': noSessionSetting,
  'no-stacked-statements': noStackedStatements,
  'no-unbound-client': noUnboundClient,
  'org-in-values': orgInValues,
  'org-in-where': orgInWhere,
  'reason-for-exception': reasonForException,
} satisfies Record<string, Rule>;

/** The rules of tenant isolation, for oxlint (`jsPlugins`) and ESLint 10 alike. */
export const plugin = { meta: { name: 'ringfence' }, rules };
