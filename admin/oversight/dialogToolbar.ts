/** The bar of a form in a dialog: part of it at every width, where react-admin would fix it to the foot of a phone. */
export const dialogToolbar = {
  bgcolor: 'transparent',
  px: 0,
  '&.RaToolbar-mobileToolbar': { position: 'static', boxShadow: 'none' },
};
