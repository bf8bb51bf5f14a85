import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['tiny', 'caption', 'body', 'read', 'touch', 'title', 'headline'],
      'font-weight': ['book', 'strong'],
      radius: ['small', 'control', 'card', 'panel', 'dialog'],
    },
  },
});

/** Joins class names; of two that say the same thing the later wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
