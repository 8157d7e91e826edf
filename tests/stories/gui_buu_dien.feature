# language: vi
Tính năng: Gửi kết quả qua bưu điện
  Người dân được nhận kết quả qua dịch vụ bưu chính công ích (Nghị định 61/2018/NĐ-CP, Điều 16 và 20).
  Mỗi bưu gửi có một số vận đơn, và được đối soát với bưu điện.

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Gửi đi và bưu điện báo đã phát
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ ghi có kết quả số "12/KS"
    Và cán bộ gửi kết quả qua bưu điện, vận đơn "ea 123 456 789 vn"
    Thì sổ gửi bưu điện ghi "EA123456789VN" đang đi đường
    Và lịch sử ghi thêm "Gửi bưu điện"
    Khi bưu điện báo vận đơn "EA123456789VN" đã phát
    Thì sổ gửi bưu điện ghi "EA123456789VN" đã phát
    Và lịch sử ghi thêm "Đối soát bưu điện"

  Tình huống: Bưu gửi bị chuyển hoàn thì gửi lại bằng vận đơn khác
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ ghi có kết quả số "12/KS"
    Và cán bộ gửi kết quả qua bưu điện, vận đơn "EA123456789VN"
    Và bưu điện báo vận đơn "EA123456789VN" chuyển hoàn vì "không có người nhận"
    Thì sổ gửi bưu điện ghi "EA123456789VN" bị chuyển hoàn
    Khi cán bộ gửi kết quả qua bưu điện, vận đơn "EA123456789VN"
    Thì chương trình nhắc "hãy ghi vận đơn khác"
    Khi cán bộ gửi kết quả qua bưu điện, vận đơn "EA000000012VN"
    Thì sổ gửi bưu điện ghi "EA000000012VN" đang đi đường

  Tình huống: Phải có số vận đơn, và đúng vận đơn của hồ sơ
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ gửi kết quả qua bưu điện, vận đơn " "
    Thì chương trình nhắc "Chưa có số vận đơn của bưu điện"
    Khi bưu điện báo vận đơn "EA999999999VN" đã phát
    Thì chương trình nhắc "Hồ sơ này không có vận đơn EA999999999VN"

  Tình huống: Đang tạm dừng thì chưa có gì để gửi
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ tạm dừng để "chờ ý kiến của cơ quan khác"
    Và cán bộ gửi kết quả qua bưu điện, vận đơn "EA123456789VN"
    Thì chương trình nhắc "tạm dừng nên không gửi bưu điện được"
