import { type DataSet, PRODUCT_SCHEMA } from '../data/data-set.ts';
import { type WorkName, WORKS } from '../works/works.ts';

/** One work at one load: the base case with one thing about it changed. */
export interface ComparisonCase {
  readonly work: WorkName;
  /** The work, and what differs from the base case but the load. */
  readonly label: string;
  readonly clients: number;
  readonly isSlowNetwork: boolean;
  readonly data: DataSet;
}

/** A tenth of everything when it must be quick; ten times the rows in one more data set when there is time. */
export interface ComparisonSize {
  readonly isQuick: boolean;
  readonly isLarge: boolean;
  /** When some are named: these alone, and no other axis. */
  readonly works: readonly string[];
}

const NEAR: readonly WorkName[] = ['list', 'detail', 'insert', 'update', 'batch', 'search'];
const FAR: readonly WorkName[] = ['list', 'detail', 'insert', 'update', 'batch'];

/** The data set of the base case: the product's own table. */
export function productCalls({ isQuick }: Pick<ComparisonSize, 'isQuick'>): DataSet {
  const [organizations, rows] = isQuick ? [100, 100_000] : [1_000, 1_000_000];
  return { schema: PRODUCT_SCHEMA, organizations, rows, isSkewed: false };
}

/** Every axis of the comparison varied alone, the base case first. */
export function comparisonCases({ isQuick, isLarge, works }: ComparisonSize): ComparisonCase[] {
  const product = productCalls({ isQuick });
  const near = (work: WorkName): ComparisonCase => ({ work, label: WORKS[work].name, clients: 32, isSlowNetwork: false, data: product });
  const far = (work: WorkName): ComparisonCase => ({ ...near(work), clients: 8, isSlowNetwork: true });
  const of = (axis: string, data: DataSet): ComparisonCase => ({ ...near('list'), label: `${WORKS.list.name}, ${axis}`, data });
  const many = product.organizations * 10;
  if (works.length > 0) {
    const isNamed = (work: WorkName) => works.some((beginning) => work.startsWith(beginning));
    return [...NEAR.filter(isNamed).map(near), ...FAR.filter(isNamed).map(far)];
  }
  return [
    ...NEAR.map(near),
    ...[1, 256].map((clients) => ({ ...near('list'), clients })),
    ...FAR.map(far),
    of('10 organisations', { ...product, organizations: 10, schema: 'few_organizations' }),
    of(`${many.toLocaleString('en')} organisations`, { ...product, organizations: many, schema: 'many_organizations' }),
    of('Zipf-skewed', { ...product, isSkewed: true, schema: 'skewed' }),
    ...(isLarge ? [of('ten times the rows', { ...product, rows: product.rows * 10, schema: 'large' })] : []),
  ];
}
