/** How a subject keeps tenants apart, which is its colour. */
export type BarKind = 'ours' | 'isolated' | 'open';

export interface Bar {
  readonly name: string;
  readonly kind: BarKind;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface BarPanel {
  readonly title: string;
  readonly subtitle: string;
  readonly bars: readonly Bar[];
}
