import {
  Button,
  Checkbox,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  InputWrapper,
  type MantineColorsTuple,
  Menu,
  Modal,
  NativeSelect,
  Notification,
  type VariantColorsResolver,
} from '@mantine/core';

/** Chàm, the indigo of action. The values in force stand in theme.css; Mantine only wants to know the name. */
const cham: MantineColorsTuple = [
  '#f1f4fd',
  '#e3eafa',
  '#cbd7f6',
  '#a9bcee',
  '#7c95d8',
  '#4e6dbe',
  '#34509b',
  '#263b78',
  '#1c2a57',
  '#141c3a',
];

/** Ink on a filled ground is the token's own, because the ground is pale in the dark scheme. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return colours;
  if (input.color === 'red') return { ...colours, color: 'var(--late-ink)' };
  return input.color === undefined || input.color === 'cham' ? { ...colours, color: 'var(--action-ink)' } : colours;
};

/** The header of a dialog is not the banner of the page. */
const plainHeader = { header: { role: 'presentation' } };

export const deskTheme = createTheme({
  primaryColor: 'cham',
  colors: { cham },
  variantColorResolver,
  fontFamily: 'var(--sans)',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm', variant: 'default' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'sm' } }),
    InputWrapper: InputWrapper.extend({ defaultProps: { withAsterisk: false } }),
    Notification: Notification.extend({ defaultProps: { withBorder: true } }),
    // Locking the scroll would write an inline <style>, which the page's policy forbids.
    // Its empty focusable line is no item of a menu (ARIA 1.2).
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md' } }),
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        radius: 'md',
        transitionProps: { duration: 160 },
        attributes: plainHeader,
      },
    }),
    Drawer: Drawer.extend({
      defaultProps: {
        lockScroll: false,
        position: 'right',
        transitionProps: { duration: 160 },
        attributes: plainHeader,
      },
    }),
  },
});
