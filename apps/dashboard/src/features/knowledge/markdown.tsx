import { Fragment } from 'react';
import { type Inline, parseInline } from './parse-inline.ts';
import { type Block, parseMarkdown } from './parse-markdown.ts';

/** An article's text. It is parsed into elements, never set as HTML. */
export function Markdown({ body }: { readonly body: string }) {
  return parseMarkdown(body).map((block, index) => <BlockView key={index} block={block} />);
}

function BlockView({ block }: { readonly block: Block }) {
  if (block.kind === 'heading')
    return (
      <h3 className="pt-5 font-semibold">
        <Words text={block.text} />
      </h3>
    );
  if (block.kind === 'paragraph')
    return (
      <p className="pt-3 [h3+&]:pt-0">
        <Words text={block.text} />
      </p>
    );
  if (block.kind === 'quote')
    return (
      <blockquote className="mt-4 border-l-2 border-control py-0.5 pl-3.5">
        <Words text={block.text} />
      </blockquote>
    );
  const List = block.isOrdered ? 'ol' : 'ul';
  return (
    <List className={`${block.isOrdered ? 'list-decimal' : 'list-disc'} pt-3 pl-5 marker:text-muted-foreground [h3+&]:pt-0.5 [&>li]:pl-1`}>
      {block.items.map((item, index) => (
        <li key={index}>
          <Words text={item} />
        </li>
      ))}
    </List>
  );
}

function Words({ text }: { readonly text: string }) {
  return parseInline(text).map((part, index) => <Fragment key={index}>{word(part)}</Fragment>);
}

function word(part: Inline) {
  if (part.kind === 'link')
    return (
      <a href={part.href} target="_blank" rel="noreferrer noopener" className="font-medium text-primary underline-offset-3 hover:underline">
        {part.text}
      </a>
    );
  if (part.kind === 'strong') return <strong className="font-semibold">{part.text}</strong>;
  if (part.kind === 'em') return <em>{part.text}</em>;
  if (part.kind === 'code') return <code className="rounded-small bg-muted px-1 font-sans">{part.text}</code>;
  return part.text;
}
