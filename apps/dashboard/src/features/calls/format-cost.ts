/** Millionths of a US dollar as "$0.41"; below a cent with as many places as it takes. */
export function formatCost(costMicros: number): string {
  const dollars = costMicros / 1_000_000;
  const places = dollars > 0 && dollars < 0.01 ? 4 : 2;
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: places,
  }).format(dollars);
}
