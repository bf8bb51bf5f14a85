/** Takes the corners off a series, in place: each value moves by `share` of its distance to what came before. */
export function smooth(values: Float32Array, share: number): void {
  let before = values[0] ?? 0;
  for (let index = 0; index < values.length; index += 1) {
    before += ((values[index] ?? 0) - before) * share;
    values[index] = before;
  }
}
