/** The rules that come with Emerald. Compiled against the SPI alone, as anybody's pack is. */
module dev.emerald.rules {
  requires dev.emerald.spi;
}
