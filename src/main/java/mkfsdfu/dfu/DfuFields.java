package mkfsdfu.dfu;

import mkfsdfu.flash.Bytes;

/** Lays the fields of one part of a DfuSe file one after the other. */
final class DfuFields {
  private final byte[] part;
  private int at;

  /** Begins a part that its fields fill exactly. */
  DfuFields(int bytes) {
    this.part = new byte[bytes];
  }

  DfuFields u8(int value) {
    part[at++] = (byte) value;
    return this;
  }

  DfuFields u16(int value) {
    return u8(value).u8(value >> 8);
  }

  DfuFields u32(long value) {
    return u16((int) value).u16((int) (value >> 16));
  }

  DfuFields text(String latin1) {
    for (int i = 0; i < latin1.length(); i++) {
      u8(latin1.charAt(i));
    }
    return this;
  }

  DfuFields bytes(Bytes bytes) {
    bytes.copyTo(0, part, at, bytes.length());
    at += bytes.length();
    return this;
  }

  Bytes end() {
    return Bytes.wrap(part);
  }
}
