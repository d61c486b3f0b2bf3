package mkfsdfu.dfu;

/**
 * The layout of a DfuSe file: prefix, targets with their elements (ST UM0391), suffix (USB DFU 1.1,
 * appendix B, with the version that UM0391 sets). All integers are little-endian and unsigned.
 */
final class DfuFormat {
  /** {@code szSignature} of the prefix. */
  static final String PREFIX_SIGNATURE = "DfuSe";

  /** {@code bVersion} of the prefix; there has been no other. */
  static final int VERSION = 1;

  /** Signature, u8 version, u32 DFUImageSize, u8 targets. */
  static final int PREFIX_BYTES = 11;

  static final int MOST_TARGETS = 255;

  /** {@code szSignature} of a target prefix. */
  static final String TARGET_SIGNATURE = "Target";

  /** Signature, u8 alternate setting, u32 named, name[255], u32 size of elements, u32 elements. */
  static final int TARGET_PREFIX_BYTES = 274;

  /** u32 address, u32 size. */
  static final int ELEMENT_PREFIX_BYTES = 8;

  /** {@code ucDfuSignature}, "DFU" read backwards as the whole suffix is. */
  static final String SUFFIX_SIGNATURE = "UFD";

  /** u16 bcdDevice, u16 idProduct, u16 idVendor, u16 bcdDFU, signature, u8 length, u32 CRC. */
  static final int SUFFIX_BYTES = 16;

  /** The last field of the suffix, over all before it. */
  static final int CRC_BYTES = 4;

  /** {@code bcdDFU} of DfuSe: DFU 1.1a. */
  static final int DFU_VERSION = 0x011A;

  static final long MOST_U32 = 0xFFFF_FFFFL;

  private DfuFormat() {}
}
