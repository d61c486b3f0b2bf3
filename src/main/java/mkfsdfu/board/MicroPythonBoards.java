package mkfsdfu.board;

import java.util.List;

/**
 * The table of MicroPython's boards; {@link BoardTable} reads it.
 *
 * <p>It is a constant, and not a file in the jar, because every run needs it: opening the jar to
 * read a file costs a third of what starting a JVM costs, and a constant nothing.
 */
final class MicroPythonBoards {
  /** The name of the table in messages. */
  static final String NAME = "MicroPythonBoards";

  /** How many characters the shortest name has that a firmware can call itself. */
  static final int SHORTEST_BUILD_NAME = 5;

  /** How many characters the longest has. */
  static final int LONGEST_BUILD_NAME = 33;

  /** The table, in the form that {@link BoardTable} reads. */
  static final List<String> LINES =
      List.of(
          // The boards of MicroPython's stm32 port, release 1.29: what they are called, what flash
          // they have, and where they keep their filesystem. docs/boards.md says how to add a
          // board, and how a product gives its own in a file of this form. Columns stand between
          // bars, and blanks around them do not count; a dash stands for none.

          // Erase sectors, under a name: COUNTxSIZE@ADDRESS in ascending order, or a name from
          // above. Sizes are the chip's own, and its part number says where the flash ends; for a
          // chip outside, they are the pages that mboot erases.
          "[flash]",
          "f4-384k      | 4x16K@0x08000000, 1x64K@0x08010000, 2x128K@0x08020000",
          "f4-512k      | 4x16K@0x08000000, 1x64K@0x08010000, 3x128K@0x08020000",
          "f4-1m        | 4x16K@0x08000000, 1x64K@0x08010000, 7x128K@0x08020000",
          "f4-1536k     | 4x16K@0x08000000, 1x64K@0x08010000, 11x128K@0x08020000",
          "f4-2m        | f4-1m, 4x16K@0x08100000, 1x64K@0x08110000, 7x128K@0x08120000",
          "f72-512k     | f4-512k",
          "f7-1m        | 4x32K@0x08000000, 1x128K@0x08020000, 3x256K@0x08040000",
          "f7-2m        | 4x32K@0x08000000, 1x128K@0x08020000, 7x256K@0x08040000",
          "h7-1m        | 8x128K@0x08000000",
          "h7-2m        | 16x128K@0x08000000",
          "page128-192k | 1536x128B@0x08000000",
          "page256-512k | 2048x256B@0x08000000",
          "page2k-256k  | 128x2K@0x08000000",
          "page2k-512k  | 256x2K@0x08000000",
          "page2k-1m    | 512x2K@0x08000000",
          "page4k-1m    | 256x4K@0x08000000",
          "page8k-2m    | 256x8K@0x08000000",
          "page8k-4m    | 512x8K@0x08000000",
          "pybd-sf2     | f72-512k, 64x32K@0x80000000, 64x32K@0x90000000",
          "pybd-sf6     | f7-2m, 512x4K@0x80000000, 512x4K@0x90000000",
          "lego-no6     | f4-1m, 8192x4K@0x80000000",
          "lego-no7     | f4-1m, 1024x4K@0x80000000",
          "f769-mboot   | f7-2m, 512x128K@0x90000000",
          "n657         | 16384x4K@0x70000000",
          "openmv-n6    | 8192x4K@0x70000000",

          // board          directory in MicroPython's ports/stm32/boards
          // builds         default, mboot (made with USE_MBOOT=1), no-mboot (USE_MBOOT=0), or
          //                variants: all those of which the rest of the line is true. A firmware
          //                since v1.25 holds its build name, BOARD-VARIANT, or BOARD for the first
          //                three
          // banner name    MICROPY_HW_BOARD_NAME; every firmware holds "banner name with MCU"
          // MCU            MICROPY_HW_MCU_NAME
          // flash          erase sectors, by their name above
          // loader         what flashes over USB: rom (ST's, in the chip; knows internal flash
          //                only), mboot (refuses 0x08000000-0x08007fff), other (the maker's own),
          //                none (chip without USB)
          // firmware at    where the elements of firmware.dfu start
          // kept in        what the filesystem is in: internal, spiflash, softqspi, qspi, ospi,
          //                xspi, none
          // filesystem at  its segments, ADDRESS+SIZE, as the loader sees them; chip:OFFSET+SIZE
          //                for a chip that the loader maps to no address; a dash where it is not
          //                known
          // block          bytes of a block, which is a sector of the volume: 512 or 4096
          // mounts         fat, lfs1, lfs2; the firmware formats with the first
          // label          MICROPY_HW_FLASH_FS_LABEL
          "[boards]",
          "# board                         | builds                              | banner name                       | MCU            | flash        | loader | firmware at           | kept in  | filesystem at                  | block | mounts   | label",
          "ADAFRUIT_F405_EXPRESS           | default                             | Adafruit Feather STM32F405        | STM32F405RG    | f4-1m        | rom    | 0x08000000 0x08020000 | spiflash | chip:0x00000000+2M             | 512   | fat      | pybflash",
          "ADAFRUIT_F405_EXPRESS           | mboot                               | Adafruit Feather STM32F405        | STM32F405RG    | f4-1m        | mboot  | 0x08020000            | spiflash | chip:0x00000000+2M             | 512   | fat      | pybflash",
          "ARDUINO_GIGA                    | default                             | Arduino GIGA R1 WiFi              | STM32H747      | h7-2m        | other  | 0x08040000            | qspi     | chip:0x00000000+11M            | 512   | fat      | GIGA R1 WiFi",
          "ARDUINO_NICLA_VISION            | default                             | Arduino Nicla Vision              | STM32H747      | h7-2m        | other  | 0x08040000            | qspi     | chip:0x00000000+11M            | 512   | fat      | Nicla Vision",
          "ARDUINO_OPTA                    | default                             | Arduino OPTA                      | STM32H747      | h7-2m        | other  | 0x08040000            | qspi     | chip:0x00000000+15M            | 512   | fat      | OPTA",
          "ARDUINO_PORTENTA_H7             | default                             | Arduino Portenta H7               | STM32H747      | h7-2m        | other  | 0x08040000            | qspi     | chip:0x00000000+11M            | 512   | fat      | Portenta H7",
          "B_L072Z_LRWAN1                  | default                             | B-L072Z-LRWAN1                    | STM32L072CZ    | page128-192k | rom    | 0x08000000            | none     | -                              | -     | none     | -",
          "B_L475E_IOT01A                  | default                             | B-L475E-IOT01A                    | STM32L475      | page2k-1m    | rom    | 0x08000000            | internal | 0x08080000+512K                | 512   | fat      | pybflash",
          "CERB40                          | default                             | Cerb40                            | STM32F405RG    | f4-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "ESPRUINO_PICO                   | default                             | Espruino Pico                     | STM32F401CD    | f4-384k      | rom    | 0x08000000 0x08020000 | internal | 0x08004000+64K                 | 512   | fat      | pybflash",
          "GARATRONIC_NADHAT_F405          | default                             | NADHAT_PYBF405                    | STM32F405RG    | f4-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "GARATRONIC_NADHAT_F405          | mboot                               | NADHAT_PYBF405                    | STM32F405RG    | f4-1m        | mboot  | 0x08020000            | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "GARATRONIC_PYBSTICK26_F411      | default                             | PYBSTICK26_STD                    | STM32F411RE    | f4-512k      | rom    | 0x08000000 0x08020000 | internal | 0x08004000+64K                 | 512   | fat      | pybflash",
          "GARATRONIC_PYMATE_CORE8ADI8DOSC | default                             | PymateIO CORE8ADI8DOSC V0.2.0     | STM32F412RE    | f4-512k      | rom    | 0x08000000            | qspi     | chip:0x00000000+1M             | 512   | fat lfs2 | pymate_io",
          "HYDRABUS                        | default                             | HydraBus1.0                       | STM32F4        | f4-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "LEGO_HUB_NO6                    | default                             | LEGO Technic Hub No.6             | STM32F413      | lego-no6     | mboot  | 0x08010000            | spiflash | 0x80100000+31M                 | 512   | fat lfs2 | HUB_NO6",
          "LEGO_HUB_NO7                    | default                             | LEGO Technic Hub No.7             | STM32F413      | lego-no7     | mboot  | 0x08010000            | spiflash | 0x80100000+3M                  | 512   | fat lfs2 | HUB_NO7",
          "LIMIFROG                        | default                             | LIMIFROG                          | STM32L476      | page2k-512k  | rom    | 0x08000000            | internal | 0x08060000+128K                | 512   | fat      | pybflash",
          "MIKROE_CLICKER2_STM32           | default                             | MIKROE_CLICKER2_STM32             | STM32F407      | f4-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "MIKROE_CLICKER2_STM32           | mboot                               | MIKROE_CLICKER2_STM32             | STM32F407      | f4-1m        | mboot  | 0x08020000            | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "MIKROE_QUAIL                    | default                             | MikroE Quail                      | STM32F427VI    | f4-2m        | rom    | 0x08000000 0x08020000 | spiflash | chip:0x00000000+8M             | 512   | fat      | pybflash",
          "NETDUINO_PLUS_2                 | default                             | NetduinoPlus2                     | STM32F405RG    | f4-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "NUCLEO_F091RC                   | default                             | NUCLEO-F091RC                     | STM32F091RCT6  | page2k-256k  | none   | 0x08000000            | internal | 0x0803b000+20K                 | 512   | lfs1     | pybflash",
          "NUCLEO_F401RE                   | default                             | NUCLEO-F401RE                     | STM32F401xE    | f4-512k      | rom    | 0x08000000 0x08020000 | internal | 0x08004000+64K                 | 512   | fat      | pybflash",
          "NUCLEO_F411RE                   | default                             | NUCLEO-F411RE                     | STM32F411xE    | f4-512k      | rom    | 0x08000000 0x08020000 | internal | 0x08004000+64K                 | 512   | fat      | pybflash",
          "NUCLEO_F412ZG                   | default                             | NUCLEO-F412ZG                     | STM32F412Zx    | f4-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+64K                 | 512   | fat      | pybflash",
          "NUCLEO_F413ZH                   | default                             | NUCLEO-F413ZH                     | STM32F413      | f4-1536k     | rom    | 0x08000000 0x08060000 | internal | 0x08004000+176K 0x08040000+64K | 512   | fat      | pybflash",
          "NUCLEO_F429ZI                   | default                             | NUCLEO-F429ZI                     | STM32F429      | f4-2m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "NUCLEO_F439ZI                   | default                             | NUCLEO-F439ZI                     | STM32F439ZIT6  | f4-2m        | rom    | 0x08000000 0x08020000 | internal | 0x08100000+192K 0x08140000+64K | 512   | fat      | pybflash",
          "NUCLEO_F446RE                   | default                             | NUCLEO-F446RE                     | STM32F446xx    | f4-512k      | rom    | 0x08000000 0x08020000 | internal | 0x08004000+64K                 | 512   | fat      | pybflash",
          "NUCLEO_F722ZE                   | default                             | NUCLEO-F722ZE                     | STM32F722      | f72-512k     | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "NUCLEO_F746ZG                   | default                             | NUCLEO-F746ZG                     | STM32F746      | f7-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08008000+96K                 | 512   | fat      | pybflash",
          "NUCLEO_F756ZG                   | default                             | NUCLEO-F756ZG                     | STM32F756      | f7-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08008000+96K                 | 512   | fat      | pybflash",
          "NUCLEO_F767ZI                   | default                             | NUCLEO-F767ZI                     | STM32F767      | f7-2m        | rom    | 0x08000000 0x08020000 | internal | 0x08008000+96K                 | 512   | fat      | pybflash",
          "NUCLEO_G0B1RE                   | default                             | NUCLEO-G0B1RE                     | STM32G0B1xE    | page2k-512k  | rom    | 0x08000000            | internal | 0x08058000+160K                | 512   | fat      | pybflash",
          "NUCLEO_G0B1RE                   | mboot                               | NUCLEO-G0B1RE                     | STM32G0B1xE    | page2k-512k  | mboot  | 0x08008000            | internal | 0x08058000+160K                | 512   | fat      | pybflash",
          "NUCLEO_G474RE                   | default                             | NUCLEO_G474RE                     | STM32G474      | page2k-512k  | rom    | 0x08000000            | internal | 0x08058000+160K                | 512   | fat      | pybflash",
          "NUCLEO_H563ZI                   | default                             | NUCLEO_H563ZI                     | STM32H563ZI    | page8k-2m    | rom    | 0x08000000            | internal | 0x08100000+1M                  | 512   | fat      | pybflash",
          "NUCLEO_H563ZI                   | mboot                               | NUCLEO_H563ZI                     | STM32H563ZI    | page8k-2m    | mboot  | 0x08008000            | internal | 0x08100000+1M                  | 512   | fat      | pybflash",
          "NUCLEO_H723ZG                   | default                             | NUCLEO_H723ZG                     | STM32H723ZGT6  | h7-1m        | rom    | 0x08000000            | internal | 0x080c0000+256K                | 512   | fat lfs2 | pybflash",
          "NUCLEO_H723ZG                   | mboot                               | NUCLEO_H723ZG                     | STM32H723ZGT6  | h7-1m        | mboot  | 0x08020000            | internal | 0x080c0000+256K                | 512   | fat lfs2 | pybflash",
          "NUCLEO_H743ZI                   | default                             | NUCLEO_H743ZI                     | STM32H743      | h7-2m        | rom    | 0x08000000            | internal | 0x08180000+512K                | 512   | fat lfs2 | pybflash",
          "NUCLEO_H743ZI                   | mboot                               | NUCLEO_H743ZI                     | STM32H743      | h7-2m        | mboot  | 0x08020000            | internal | 0x08180000+512K                | 512   | fat lfs2 | pybflash",
          "NUCLEO_H743ZI2                  | default                             | NUCLEO_H743ZI2                    | STM32H743      | h7-2m        | rom    | 0x08000000            | internal | 0x08180000+512K                | 512   | fat lfs2 | pybflash",
          "NUCLEO_H743ZI2                  | mboot                               | NUCLEO_H743ZI2                    | STM32H743      | h7-2m        | mboot  | 0x08020000            | internal | 0x08180000+512K                | 512   | fat lfs2 | pybflash",
          "NUCLEO_H753ZI                   | default                             | NUCLEO_H753ZI                     | STM32H753      | h7-2m        | rom    | 0x08000000            | internal | 0x08180000+512K                | 512   | fat lfs2 | pybflash",
          "NUCLEO_H753ZI                   | mboot                               | NUCLEO_H753ZI                     | STM32H753      | h7-2m        | mboot  | 0x08020000            | internal | 0x08180000+512K                | 512   | fat lfs2 | pybflash",
          "NUCLEO_H7A3ZI_Q                 | default                             | NUCLEO_H7A3ZI_Q                   | STM32H7A3ZIT6Q | page8k-2m    | rom    | 0x08000000            | internal | 0x081c0000+256K                | 512   | fat      | pybflash",
          "NUCLEO_H7A3ZI_Q                 | mboot                               | NUCLEO_H7A3ZI_Q                   | STM32H7A3ZIT6Q | page8k-2m    | mboot  | 0x08040000            | internal | -                              | 512   | fat      | pybflash",
          "NUCLEO_L073RZ                   | default                             | NUCLEO-L073RZ                     | STM32L073RZT6  | page128-192k | rom    | 0x08000000            | none     | -                              | -     | none     | -",
          "NUCLEO_L152RE                   | default                             | NUCLEO-L152RE                     | STM32L152xE    | page256-512k | rom    | 0x08000000            | internal | 0x08064000+112K                | 512   | fat      | pybflash",
          "NUCLEO_L432KC                   | default                             | NUCLEO-L432KC                     | STM32L432KC    | page2k-256k  | rom    | 0x08000000            | internal | 0x08039800+26K                 | 512   | lfs1     | pybflash",
          "NUCLEO_L452RE                   | default                             | NUCLEO-L452RE                     | STM32L452RE    | page2k-512k  | rom    | 0x08000000            | internal | 0x08060000+128K                | 512   | fat      | pybflash",
          "NUCLEO_L476RG                   | default                             | NUCLEO-L476RG                     | STM32L476RG    | page2k-1m    | rom    | 0x08000000            | internal | 0x08080000+512K                | 512   | fat      | pybflash",
          "NUCLEO_L4A6ZG                   | default                             | NUCLEO-L4A6ZG                     | STM32L4A6ZG    | page2k-1m    | rom    | 0x08000000            | internal | 0x08099000+412K                | 512   | fat      | pybflash",
          "NUCLEO_N657X0                   | default                             | NUCLEO-N657X0                     | STM32N657X0    | n657         | mboot  | 0x70080000            | xspi     | 0x70400000+60M                 | 4096  | fat      | pybflash",
          "NUCLEO_N657X0                   | no-mboot                            | NUCLEO-N657X0                     | STM32N657X0    | -            | rom    | 0x34180400            | xspi     | chip:0x00400000+60M            | 4096  | fat      | pybflash",
          "NUCLEO_U5A5ZJ_Q                 | default                             | NUCLEO_U5A5ZJ_Q                   | STM32U5A5ZJ    | page8k-4m    | rom    | 0x08000000            | internal | 0x08100000+1M                  | 512   | fat      | pybflash",
          "NUCLEO_WB55                     | default                             | NUCLEO-WB55                       | STM32WB55RGV6  | page4k-1m    | rom    | 0x08000000            | internal | 0x08080000+256K                | 512   | fat lfs2 | pybflash",
          "NUCLEO_WB55                     | mboot                               | NUCLEO-WB55                       | STM32WB55RGV6  | page4k-1m    | mboot  | 0x08008000            | internal | 0x08080000+256K                | 512   | fat lfs2 | pybflash",
          "NUCLEO_WL55                     | default                             | NUCLEO-WL55                       | STM32WL55JCI7  | page2k-256k  | none   | 0x08000000            | internal | 0x0803a000+24K                 | 512   | lfs2     | pybflash",
          "OLIMEX_E407                     | default                             | OLIMEX STM32-E407                 | STM32F407      | f4-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "OLIMEX_H407                     | default                             | OLIMEX STM32-H407                 | STM32F407      | f4-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "OPENMV_N6                       | default                             | OpenMV N6                         | STM32N657X0    | openmv-n6    | mboot  | 0x70080000            | xspi     | 0x70400000+4M                  | 4096  | fat lfs2 | pybflash",
          "PYBD_SF2                        | default                             | PYBD-SF2W                         | STM32F722IEK   | pybd-sf2     | mboot  | 0x08008000 0x90000000 | softqspi | 0x80000000+2M                  | 512   | fat lfs2 | pybflash",
          "PYBD_SF3                        | default                             | PYBD-SF3W                         | STM32F733IEK   | pybd-sf2     | mboot  | 0x08008000 0x90000000 | softqspi | 0x80000000+2M                  | 512   | fat lfs2 | pybflash",
          "PYBD_SF6                        | default                             | PYBD-SF6W                         | STM32F767IIK   | pybd-sf6     | mboot  | 0x08008000            | softqspi | 0x80000000+2M                  | 512   | fat lfs2 | pybflash",
          "PYBLITEV10                      | default DP DP_THREAD NETWORK THREAD | PYBLITEv1.0                       | STM32F411RE    | f4-512k      | rom    | 0x08000000 0x08020000 | internal | 0x08004000+64K                 | 512   | fat      | pybflash",
          "PYBV10                          | default DP DP_THREAD NETWORK THREAD | PYBv1.0                           | STM32F405RG    | f4-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat lfs2 | pybflash",
          "PYBV10                          | mboot                               | PYBv1.0                           | STM32F405RG    | f4-1m        | mboot  | 0x08020000            | internal | 0x08004000+112K                | 512   | fat lfs2 | pybflash",
          "PYBV11                          | default DP DP_THREAD NETWORK THREAD | PYBv1.1                           | STM32F405RG    | f4-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat lfs2 | pybflash",
          "PYBV11                          | mboot                               | PYBv1.1                           | STM32F405RG    | f4-1m        | mboot  | 0x08020000            | internal | 0x08004000+112K                | 512   | fat lfs2 | pybflash",
          "PYBV3                           | default                             | PYBv3                             | STM32F405RG    | f4-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "PYBV4                           | default                             | PYBv4                             | STM32F405RG    | f4-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "SPARKFUN_MICROMOD_STM32         | default                             | SparkFun STM32 MicroMod Processor | STM32F405RG    | f4-1m        | rom    | 0x08000000 0x08020000 | spiflash | chip:0x00000000+16M            | 512   | fat lfs2 | pybflash",
          "SPARKFUN_MICROMOD_STM32         | mboot                               | SparkFun STM32 MicroMod Processor | STM32F405RG    | f4-1m        | mboot  | 0x08020000            | spiflash | chip:0x00000000+16M            | 512   | fat lfs2 | pybflash",
          "STM32F411DISC                   | default                             | F411DISC                          | STM32F411      | f4-512k      | rom    | 0x08000000 0x08020000 | internal | 0x08004000+64K                 | 512   | fat      | pybflash",
          "STM32F429DISC                   | default                             | F429I-DISCO                       | STM32F429      | f4-2m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "STM32F439                       | default                             | CustomPCB                         | STM32F439      | f4-2m        | rom    | 0x08000000 0x08020000 | internal | 0x08100000+192K                | 512   | fat      | pybflash",
          "STM32F469DISC                   | default                             | F469DISC                          | STM32F469      | f4-2m        | rom    | 0x08000000 0x08020000 | qspi     | chip:0x00000000+16M            | 512   | fat      | pybflash",
          "STM32F469DISC                   | mboot                               | F469DISC                          | STM32F469      | f4-2m        | mboot  | 0x08020000            | qspi     | chip:0x00000000+16M            | 512   | fat      | pybflash",
          "STM32F4DISC                     | default                             | F4DISC                            | STM32F407      | f4-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | pybflash",
          "STM32F769DISC                   | default                             | F769DISC                          | STM32F769      | f7-2m        | rom    | 0x08000000            | qspi     | chip:0x00000000+64M            | 512   | fat      | pybflash",
          "STM32F769DISC                   | mboot                               | F769DISC                          | STM32F769      | f769-mboot   | mboot  | 0x08020000            | qspi     | 0x90000000+64M                 | 512   | fat      | pybflash",
          "STM32F7DISC                     | default                             | F7DISC                            | STM32F746      | f7-1m        | rom    | 0x08000000 0x08020000 | internal | 0x08008000+96K                 | 512   | fat      | pybflash",
          "STM32H573I_DK                   | default                             | STM32H573I-DK                     | STM32H573IIK3Q | page8k-2m    | rom    | 0x08000000            | ospi     | chip:0x00000000+64M            | 512   | fat      | pybflash",
          "STM32H573I_DK                   | mboot                               | STM32H573I-DK                     | STM32H573IIK3Q | page8k-2m    | mboot  | 0x08008000            | ospi     | chip:0x00000000+64M            | 512   | fat      | pybflash",
          "STM32H747I_DISCO                | default                             | STM32H747I-DISCO                  | STM32H747      | h7-2m        | rom    | 0x08000000            | qspi     | chip:0x00000000+16M            | 512   | fat      | pybflash",
          "STM32H7B3I_DK                   | default                             | STM32H7B3I-DK                     | STM32H7B3LIH6Q | page8k-2m    | rom    | 0x08000000 0x08040000 | none     | -                              | -     | none     | -",
          "STM32H7B3I_DK                   | mboot                               | STM32H7B3I-DK                     | STM32H7B3LIH6Q | page8k-2m    | mboot  | 0x08040000            | none     | -                              | -     | none     | -",
          "STM32L476DISC                   | default                             | L476-DISCO                        | STM32L476      | page2k-1m    | rom    | 0x08000000            | spiflash | chip:0x00000000+16M            | 512   | fat      | pybflash",
          "STM32L496GDISC                  | default                             | L496G-DISCO                       | STM32L496      | page2k-1m    | rom    | 0x08000000            | internal | 0x08099000+412K                | 512   | fat      | pybflash",
          "USBDONGLE_WB55                  | default                             | USBDongle-WB55                    | STM32WB55CGU6  | page4k-1m    | rom    | 0x08000000            | internal | 0x08080000+256K                | 512   | fat lfs2 | pybflash",
          "USBDONGLE_WB55                  | mboot                               | USBDongle-WB55                    | STM32WB55CGU6  | page4k-1m    | mboot  | 0x08008000            | internal | 0x08080000+256K                | 512   | fat lfs2 | pybflash",
          "VCC_GND_F407VE                  | default                             | VCC-GND STM32F407VE               | STM32F407VE    | f4-512k      | rom    | 0x08000000 0x08020000 | internal | 0x08004000+112K                | 512   | fat      | VCCGNDF407VE",
          "VCC_GND_F407ZG                  | default                             | VCC-GND STM32F407ZG               | STM32F407ZG    | f4-1m        | rom    | 0x08000000 0x08020000 | spiflash | chip:0x00000000+512K           | 512   | fat      | VCCGNDF407ZG",
          "VCC_GND_H743VI                  | default                             | VCC-GND STM32H743VI               | STM32H743VI    | h7-2m        | rom    | 0x08000000            | internal | 0x08180000+512K                | 512   | fat lfs2 | VCCGNDH743VI",
          "VCC_GND_H743VI                  | mboot                               | VCC-GND STM32H743VI               | STM32H743VI    | h7-2m        | mboot  | 0x08020000            | internal | 0x08180000+512K                | 512   | fat lfs2 | VCCGNDH743VI",
          "WEACTSTUDIO_MINI_STM32H723      | default                             | WEACTSTUDIO_MINI_STM32H723        | STM32H723VGT6  | h7-1m        | rom    | 0x08000000            | spiflash | chip:0x00000000+8M             | 512   | fat lfs2 | pybflash",
          "WEACTSTUDIO_MINI_STM32H723      | mboot                               | WEACTSTUDIO_MINI_STM32H723        | STM32H723VGT6  | h7-1m        | mboot  | 0x08020000            | spiflash | chip:0x00000000+8M             | 512   | fat lfs2 | pybflash",
          "WEACTSTUDIO_MINI_STM32H743      | default                             | WEACTSTUDIO_MINI_STM32H743        | STM32H743VIT6  | h7-2m        | rom    | 0x08000000            | spiflash | chip:0x00000000+8M             | 512   | fat lfs2 | pybflash",
          "WEACTSTUDIO_MINI_STM32H743      | mboot                               | WEACTSTUDIO_MINI_STM32H743        | STM32H743VIT6  | h7-2m        | mboot  | 0x08020000            | spiflash | chip:0x00000000+8M             | 512   | fat lfs2 | pybflash",
          "WEACTSTUDIO_MINI_STM32U585      | default                             | WEACTSTUDIO_MINI_STM32U585        | STM32U585CI    | page8k-2m    | rom    | 0x08000000            | internal | 0x08100000+1M                  | 512   | fat      | pybflash",
          "WEACTSTUDIO_MINI_STM32U585      | mboot                               | WEACTSTUDIO_MINI_STM32U585        | STM32U585CI    | page8k-2m    | mboot  | 0x08008000            | internal | 0x08100000+1M                  | 512   | fat      | pybflash",
          "WEACT_F411_BLACKPILL            | default V13 V31_XTAL_8M             | WEACT_F411_BLACKPILL              | STM32F411CE    | f4-512k      | rom    | 0x08000000 0x08020000 | internal | 0x08004000+64K                 | 512   | fat lfs2 | WEACT_F411_BLACKPILL",
          "WEACT_F411_BLACKPILL            | V13_FLASH_4M V20_FLASH_4M           | WEACT_F411_BLACKPILL              | STM32F411CE    | f4-512k      | rom    | 0x08000000 0x08020000 | spiflash | chip:0x00000000+4M             | 512   | fat lfs2 | WEACT_F411_BLACKPILL",
          "WEACT_F411_BLACKPILL            | V31_FLASH_8M                        | WEACT_F411_BLACKPILL              | STM32F411CE    | f4-512k      | rom    | 0x08000000 0x08020000 | spiflash | chip:0x00000000+8M             | 512   | fat lfs2 | WEACT_F411_BLACKPILL");

  private MicroPythonBoards() {}
}
