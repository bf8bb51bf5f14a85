/** A two-pole resonance: rings at one frequency. Source: Klatt, "Software for a cascade/parallel formant synthesizer", 1980. */
export class Resonator {
  #gain = 0;
  #first = 0;
  #second = 0;
  #before = 0;
  #beforeThat = 0;

  tune(frequencyHz: number, widthHz: number, rate: number): void {
    const radius = Math.exp((-Math.PI * widthHz) / rate);
    this.#second = -radius * radius;
    this.#first = 2 * radius * Math.cos((2 * Math.PI * frequencyHz) / rate);
    this.#gain = 1 - this.#first - this.#second;
  }

  pass(sample: number): number {
    const out = this.#gain * sample + this.#first * this.#before + this.#second * this.#beforeThat;
    this.#beforeThat = this.#before;
    this.#before = out;
    return out;
  }
}
