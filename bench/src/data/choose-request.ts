import { type BenchTenant, benchTenant } from './bench-tenant.ts';
import type { DataSet } from './data-set.ts';
import { numberedId } from './numbered-id.ts';
import { customerNumber, NUMBERS_PER_ORGANIZATION } from './phone-numbers.ts';

/** Who asks next, and after what: an organisation and three of its calls. */
export interface ChosenRequest {
  readonly tenant: BenchTenant;
  readonly callIds: readonly [string, string, string];
  readonly partyNumber: string;
}

/** Draws a request as the data set is spread: each organisation alike, or the big ones more often. */
export function chooseRequest(data: DataSet): ChosenRequest {
  const organization = drawOrganization(data);
  return {
    tenant: benchTenant(organization),
    callIds: [drawCall(data, organization), drawCall(data, organization), drawCall(data, organization)],
    partyNumber: customerNumber(draw(NUMBERS_PER_ORGANIZATION)),
  };
}

function drawOrganization({ organizations, isSkewed }: DataSet): number {
  return isSkewed ? Math.min(organizations - 1, Math.floor((organizations + 1) ** Math.random()) - 1) : draw(organizations);
}

/** Of a skewed data set only the number of rows differs: call n is of organisation n at least for the first round of them. */
function drawCall({ organizations, rows, isSkewed }: DataSet, organization: number): string {
  const round = isSkewed ? 0 : draw(Math.floor(rows / organizations));
  return numberedId('call', organization + organizations * round);
}

function draw(below: number): number {
  return Math.floor(Math.random() * below);
}
