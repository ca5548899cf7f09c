import { useEffect, useState } from 'react';

export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'spaces-theme';

/** The chosen look, remembered in this browser, set on the document, and a step to the next one. */
export function useTheme(): { theme: Theme; nextTheme: Theme; toNextTheme: () => void } {
  const [theme, setTheme] = useState<Theme>(() => toTheme(localStorage.getItem(KEY)));
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem(KEY, theme);
  }, [theme]);
  const nextTheme = theme === 'auto' ? 'light' : theme === 'light' ? 'dark' : 'auto';
  return { theme, nextTheme, toNextTheme: () => setTheme(nextTheme) };
}

function toTheme(stored: string | null): Theme {
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}
