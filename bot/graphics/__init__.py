"""Words and charts as pictures: letters joined and laid out, fonts, shapes."""
