type Attributes = Readonly<Record<string, string | number>>;

/** One element of an SVG, its text escaped. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? rounded(value) : value)}"`,
  );
  const open = `<${name}${written.join('')}`;
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`;
}

export function text(x: number, y: number, className: string, content: string): string {
  return element('text', { x, y, class: className }, escaped(content));
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
