import {
  Button,
  Checkbox,
  Drawer,
  InputWrapper,
  Modal,
  type MantineColorsTuple,
  NativeSelect,
  Notification,
  createTheme,
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

export const deskTheme = createTheme({
  primaryColor: 'cham',
  colors: { cham },
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
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: true, radius: 'md', transitionProps: { duration: 160 } } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false, position: 'right', transitionProps: { duration: 160 } } }),
  },
});
