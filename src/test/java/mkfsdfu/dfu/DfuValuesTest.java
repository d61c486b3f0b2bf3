package mkfsdfu.dfu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DfuValuesTest {
  @ParameterizedTest
  @CsvSource({
    "0483:df11, 0483:df11",
    "0x0483:0xdf11, 0483:df11",
    "0X483:DF11, 0483:df11",
    "f055:9800, f055:9800",
    "0:ffff, 0000:ffff",
  })
  void readsADeviceAsDfuUtilAndDfuPyWriteIt(String text, String ids) {
    DfuDevice device = DfuDevice.parse(text);

    assertThat(device.ids()).isEqualTo(ids);
    assertThat(device.deviceVersion()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ":", "0483", "0483:", ":df11", "10000:1", "0x:0x", "-1:1", "04 3:1", "1:2:3"})
  void refusesWhatIsNoDevice(String text) {
    assertThatThrownBy(() -> DfuDevice.parse(text))
        .isExactlyInstanceOf(UsageFailure.class)
        .hasMessage(
            "--device: '%s' is not VID:PID, two numbers of 1 to 4 hexadecimal digits; write it as"
                + " 0483:df11",
            text);
  }

  @Test
  void knowsTheRomLoader() {
    assertThat(DfuDevice.ST_ROM_LOADER).isEqualTo(DfuDevice.parse("0483:df11"));
  }

  @Test
  void padsDataToUnitsOf8BytesWithZeros() {
    Address address = new Address(0x08004000L);
    for (int bytes = 0; bytes <= 17; bytes++) {
      byte[] data = new byte[bytes];
      Arrays.fill(data, (byte) 0xAA);

      DfuElement element = DfuElement.padded("a.bin", address, Bytes.wrap(data));

      int units = bytes == 0 ? 0 : bytes <= 8 ? 8 : bytes <= 16 ? 16 : 24;
      assertThat(element.data().toArray()).isEqualTo(Arrays.copyOf(data, units));
      assertThat(DfuElement.paddedBytes(bytes)).isEqualTo(units);
    }
  }

  @Test
  void sharesDataThatNeedNoPadding() {
    Bytes data = Bytes.wrap(new byte[64]);

    assertThat(DfuElement.padded("a.bin", new Address(0), data).data()).isSameAs(data);
  }

  @Test
  void refusesToPadBeyondTheAddressSpace() {
    Bytes data = Bytes.wrap(new byte[7]);

    assertThat(DfuElement.padded("a.bin", new Address(0xFFFFFFF8L), data).region().bytes())
        .isEqualTo(8);
    assertThatThrownBy(() -> DfuElement.padded("a.bin", new Address(0xFFFFFFF9L), data))
        .isExactlyInstanceOf(DataFailure.class)
        .hasMessage(
            "a.bin: 8 bytes from 0xfffffff9 pass the last address, 0xffffffff; give a lower"
                + " address");
  }

  @Test
  void makesTheTargetOfMicroPythonsPacker() {
    DfuTarget target = DfuTarget.st(List.of());

    assertThat(target.alternateSetting()).isZero();
    assertThat(target.named()).isEqualTo(1);
    assertThat(target.nameField().latin1()).isEqualTo("ST..." + "\0".repeat(250));
  }

  @Test
  void refusesValuesThatNoFileCanHold() {
    Bytes name = Bytes.wrap(new byte[255]);
    Bytes shortName = Bytes.wrap(new byte[254]);

    assertThatThrownBy(() -> new DfuTarget(256, 1, name, List.of()))
        .hasMessageContaining("alternate setting 256");
    assertThatThrownBy(() -> new DfuTarget(0, 1L << 32, name, List.of()))
        .hasMessageContaining("named 4294967296");
    assertThatThrownBy(() -> new DfuTarget(0, 1, shortName, List.of()))
        .hasMessageContaining("254 bytes");
    assertThatThrownBy(() -> new DfuDevice(0x10000, 0, 0)).hasMessageContaining("16 bits");
    assertThatThrownBy(() -> new DfuElement(new Address(0xFFFFFFFFL), Bytes.wrap(new byte[2])))
        .hasMessageContaining("leave 32 bits");
  }
}
