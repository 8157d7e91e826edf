# language: vi
Tính năng: Nhận bàn giao hồ sơ
  Người nhận ký nhận hồ sơ giấy được chuyển đến, để hai bên cùng biết hồ sơ ở đâu (Nghị định
  118/2025/NĐ-CP, Điều 18; phiếu kiểm soát quá trình giải quyết hồ sơ).

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Chuyên viên ký nhận hồ sơ được chuyển đến
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "10:00 05/10/2026"
    Và cán bộ chuyển hồ sơ cho chuyên viên "Vàng A Lử"
    Và đến "13:45 05/10/2026"
    Và chuyên viên "Vàng A Lử" ký nhận hồ sơ
    Thì "Vàng A Lử" đã ký nhận lúc "13:45 05/10/2026"
    Và lịch sử ghi thêm "Nhận bàn giao"

  Tình huống: Người khác nhận làm thay
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ chuyển hồ sơ cho chuyên viên "Vàng A Lử"
    Và đến "09:00 07/10/2026"
    Và chuyên viên "Lò Văn Hùng" ký nhận hồ sơ
    Thì hồ sơ đang ở "Lò Văn Hùng"
    Và đến nay "Vàng A Lử" giữ hồ sơ 16 giờ làm việc
    Và đến nay "Lò Văn Hùng" giữ hồ sơ 0 giờ làm việc

  Tình huống: Người nhận thay vẫn giữ hạn của bước liên thông
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.010801"
    Khi cán bộ chuyển hồ sơ cho cơ quan "UBND xã"
    Và cơ quan "Phòng Văn hoá - Xã hội" ký nhận hồ sơ
    Thì "Phòng Văn hoá - Xã hội" phải xong bước của mình trước "17:30 12/10/2026"

  Tình huống: Không ký nhận hai lần
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ chuyển hồ sơ cho chuyên viên "Vàng A Lử"
    Và chuyên viên "Vàng A Lử" ký nhận hồ sơ
    Và chuyên viên "Vàng A Lử" ký nhận hồ sơ
    Thì chương trình nhắc "Vàng A Lử đã nhận hồ sơ"

  Tình huống: Hồ sơ đang chờ người dân bổ sung thì chưa ai nhận được
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ yêu cầu bổ sung "Giấy chứng sinh" vì "chưa có"
    Và chuyên viên "Vàng A Lử" ký nhận hồ sơ
    Thì chương trình nhắc "chờ bổ sung nên không nhận bàn giao được"
    Và hồ sơ đang ở "Người nộp hồ sơ"
